package dev.skytally.cli.page;

import java.util.List;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** The table of the overview. */
final class PageTable {
  private final Browser browser;

  PageTable(Browser browser) {
    this.browser = browser;
  }

  int rows() {
    return browser.count("#table tbody tr");
  }

  List<String> names() {
    return browser.texts("#table tbody a");
  }

  /** The cells of a column; columns count from 1. */
  List<String> cells(int column) {
    return browser.texts("#table tbody td:nth-child(" + column + ")");
  }

  List<String> cells() {
    return browser.texts("#table tbody td");
  }

  String title(int column) {
    return header(column).getText();
  }

  String title(String key) {
    return sortButton(key).getText().strip();
  }

  /** How a column is sorted: {@code ascending}, {@code descending} or null. */
  String order(int column) {
    return header(column).getDomAttribute("aria-sort");
  }

  private WebElement header(int column) {
    return browser.find("#table th:nth-child(" + column + ")");
  }

  private WebElement sortButton(String key) {
    return browser.find("#table button[data-column=" + key + "]");
  }

  /** Sorts by a column; the same column again in the other order. */
  void sortBy(String key) {
    sortButton(key).click();
  }

  /** Presses a key where the focus is. */
  void press(Keys key) {
    browser.press(key);
  }

  /** Shows only the sites that have a text in their name or country. */
  void filter(String text) {
    WebElement filter = browser.find("#filter");
    filter.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
    filter.sendKeys(text);
  }

  void chooseLeader(String name) {
    new Select(browser.find("#leader")).selectByVisibleText(name);
  }

  /** How many sites the filters leave, in words. */
  String shown() {
    return browser.find("#shown").getText();
  }

  void showAll() {
    browser.find("#more").click();
  }

  /** Opens the site of the first row. */
  PageSite openFirst() {
    browser.find("#table tbody a").click();
    return new PageSite(browser);
  }

  /** Opens a site by its name. */
  PageSite open(String name) {
    filter(name);
    return openFirst();
  }

  void download() {
    browser.find("#csv").click();
  }

  /** What {@link #download} writes. */
  String csv() {
    return browser.call("csv");
  }

  /** Changes a figure of the first site. */
  void setFirstFigure(int figure) {
    browser.call("setFirstFigure", figure);
  }

  /** Whether a hint says that the table scrolls. */
  boolean hints() {
    return browser.<Boolean>call("hints");
  }

  /** The number of columns that are wholly within the table's place, now or after scrolling. */
  long columnsThatCanBeSeen() {
    return browser.call("columnsThatCanBeSeen");
  }

  /** By how many pixels the table is wider than its place. */
  long overflow() {
    return browser.call("overflow", ".listing .scroll");
  }
}
