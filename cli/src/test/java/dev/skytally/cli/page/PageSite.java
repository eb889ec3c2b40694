package dev.skytally.cli.page;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The section of one site. */
final class PageSite {
  private final Browser browser;

  PageSite(Browser browser) {
    this.browser = browser;
  }

  PageSky sky() {
    return new PageSky(browser);
  }

  boolean isShown() {
    return browser.find("#sitename").isDisplayed();
  }

  /** The name as the reader sees it. */
  String title() {
    return browser.find("#sitename").getText();
  }

  /** The name with all its blanks. */
  String name() {
    return browser.texts("#sitename").get(0);
  }

  boolean hasOverview() {
    return browser.find("#back").isDisplayed();
  }

  void backToOverview() {
    browser.find("#back").click();
  }

  /** What windows were asked for, and whether there are any. */
  String wanted() {
    return browser.find("#wanted").getText();
  }

  boolean showsWindows() {
    return browser.find("#windows").isDisplayed();
  }

  /** The cells of each window in the table, best first. */
  List<List<String>> windows() {
    return browser.findAll("#windows tbody tr").stream()
        .map(row -> row.findElements(By.tagName("td")).stream().map(WebElement::getText).toList())
        .toList();
  }

  /** Goes to the beginning of a window, counted from 0. */
  void goToWindow(int number) {
    browser.findAll("#windows tbody button").get(number).click();
  }

  /** The beginning and end of each window that a chart marks, as parts of the time axis. */
  List<List<Number>> grounds(String chart) {
    return browser.call("grounds", chart);
  }

  /** By how many pixels the figures are wider than their place. */
  long overflowOfFigures() {
    return browser.call("overflow", "#figures");
  }

  /** The greatest number in view in the chart. */
  long greatestCount(String system) {
    return browser.call("greatestCount", system);
  }

  /** The share of time that the chart shows a system ahead. */
  double shareAhead(String system) {
    return browser.number("shareAhead", system);
  }

  int bars() {
    return browser.count("#bars rect");
  }

  int countLines() {
    return browser.count("#countchart .lines path:not(.at)");
  }

  int dilutionLines() {
    return browser.count("#dopchart .lines path:not(.at)");
  }

  /** The systems that have marks on their line in a chart. */
  Set<String> marked(String chart) {
    return Set.copyOf(browser.<List<String>>call("marked", chart));
  }

  int elevationLines() {
    return browser.count("#elevationchart .elevations path");
  }

  /** The greatest elevation in degrees of each line of elevation, in the order of the lines. */
  List<Double> peaks() {
    return browser.numbers("peaks");
  }

  void chooseElevations(String system) {
    choose("#elevations", system);
  }

  /** Draws another dilution of precision, for example {@code hdop}. */
  void chooseDilution(String kind) {
    choose("#dilutions", kind);
  }

  private void choose(String group, String value) {
    browser.find(group + " label:has([value=" + value + "])").click();
  }

  /** The cells of a row of figures, first its name. */
  List<String> figures(int row) {
    return browser.texts("#figures tr:nth-child(" + row + ") > *");
  }

  /** The labels of the satellites that are never in view. */
  List<String> neverInView() {
    return browser.texts(".never").stream()
        .flatMap(text -> Pattern.compile("[A-Z][0-9]{2}").matcher(text).results())
        .map(MatchResult::group)
        .toList();
  }

  void downloadSeries() {
    browser.find("#series").click();
  }

  double medianDilution(String system) {
    return browser.number("medianDilution", system);
  }

  /** The times at which the chart of dilution differs from the legend. */
  List<Number> differencesOfDilution() {
    return browser.call("differencesOfDilution");
  }

  /** The numbers in view now. */
  List<String> counts() {
    return browser.texts("#countlegend button b");
  }

  /** The number in view now of all systems together. */
  String countTogether() {
    return browser.find("#countlegend span b").getText();
  }

  /** The dilution of precision now, by system and then of all together. */
  List<String> dilutions() {
    return browser.texts("#doplegend b");
  }

  /** How systems share receiver clocks, in words. */
  String clocks() {
    return browser.find("#clocks").getText();
  }

  /** The time now, for example {@code 00:00 UTC}. */
  String time() {
    return browser.find("#clock b").getText();
  }

  String localTime() {
    return browser.find("#clock span").getText();
  }

  String timeNote() {
    return browser.find("#timenote").getText();
  }

  /** Where the charts show the time now. */
  double cursor() {
    return Double.parseDouble(browser.find("#bars .cursor").getDomAttribute("x1"));
  }

  /** Where the charts have a time. */
  double place(String utc) {
    return browser.number("placeOfTime", utc);
  }

  /** Presses keys on the slider of the time. */
  void moveTime(Keys... keys) {
    browser.focus("#time");
    browser.press(keys);
  }

  /** Lets a play wait for {@link #playUntil}, so that it does not depend on the machine's speed. */
  void holdPlay() {
    browser.call("holdFrames");
  }

  void playUntil(double millis) {
    browser.call("runFrame", millis);
  }

  void playOrPause() {
    browser.find("#play").click();
  }

  String playButton() {
    return browser.find("#play").getText();
  }

  boolean isPlaying() {
    return browser.call("isPlaying");
  }
}
