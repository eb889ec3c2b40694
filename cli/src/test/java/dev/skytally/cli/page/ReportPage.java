package dev.skytally.cli.page;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** A report that is open in the browser. */
final class ReportPage {
  private final Browser browser;

  ReportPage(Browser browser) {
    this.browser = browser;
  }

  PageMap map() {
    return new PageMap(browser);
  }

  PageTable table() {
    return new PageTable(browser);
  }

  PageSite site() {
    return new PageSite(browser);
  }

  URI address() {
    return browser.address();
  }

  boolean isOnline() {
    return browser.call("isOnline");
  }

  /** How many milliseconds passed until the reader could use the page. */
  String millisToReady() {
    return browser.find("html").getDomAttribute("data-ready-millis");
  }

  /** What the page requested, and what the console says since it was last asked. */
  List<String> noise() {
    List<String> noise = new ArrayList<>(browser.console());
    noise.addAll(browser.call("requests"));
    return noise;
  }

  List<String> console() {
    return browser.console();
  }

  String verdict() {
    return browser.texts("#verdict").get(0);
  }

  boolean showsVerdict() {
    return browser.find("#verdict").isDisplayed();
  }

  List<String> factLabels() {
    return browser.texts("#facts dt");
  }

  List<String> factValues() {
    return browser.texts("#facts dd");
  }

  List<String> notices() {
    return browser.texts("#notices li");
  }

  boolean showsNotices() {
    return browser.find("#notices").isDisplayed();
  }

  List<String> exclusionReasons() {
    return browser.texts("#excluded td:last-child");
  }

  List<String> metrics() {
    return browser.findAll("#metrics input").stream()
        .map(input -> input.getDomProperty("value"))
        .toList();
  }

  /** Compares by another metric, for example {@code mean}. */
  void chooseMetric(String metric) {
    browser.find("#metrics label:has([value=" + metric + "])").click();
  }

  /** The number of sites where each system leads, and {@code tie}, above the map. */
  Map<String, Integer> leads() {
    Map<String, Integer> leads = new TreeMap<>();
    for (WebElement button : browser.findAll("#counts button")) {
      leads.put(
          button.getDomAttribute("data-leader"),
          Integer.valueOf(button.findElement(By.tagName("b")).getText()));
    }
    return leads;
  }

  /** Shows only the sites where a system leads. */
  void chooseLeader(String system) {
    browser.find("#counts button[data-leader=" + system + "]").click();
  }

  void changeTheme() {
    browser.find("#theme").click();
  }

  String background() {
    return browser.find("html").getCssValue("background-color");
  }

  /** By how many pixels the page is wider than the window. */
  long overflow() {
    return browser.call("overflow", "html");
  }

  List<String> accessibilityProblems() {
    return browser.accessibilityProblems();
  }

  /** The elements that Tab should reach but does not, from the beginning of the page. */
  List<String> missedByTab() {
    browser.call("blur");
    long elements = browser.call("watchFocus");
    browser.press(Keys.TAB, (int) elements + 2);
    return browser.call("missed");
  }

  void followSkipLink() {
    browser.focus(".skip");
    browser.press(Keys.ENTER);
  }

  WebElement focused() {
    return browser.focused();
  }

  /** Opens a site by its number in the data. */
  PageSite openSite(int number) {
    browser.call("openSite", number);
    return site();
  }

  void addScript(String text) {
    browser.call("addScript", text);
  }

  /** What a script of a name or of {@link #addScript} has set as {@code window.broken}. */
  Object broken() {
    return browser.call("broken");
  }

  List<Sheet> print() {
    return Sheet.of(browser.print());
  }

  /** The rows of the table on paper. */
  long rowsPrinted() {
    browser.call("countRowsWhenPrinting");
    browser.print();
    return browser.call("rowsPrinted");
  }

  /**
   * The PDOP of three satellites on a cone and a fourth opposite, null if it counts as singular.
   *
   * @param above the cone, as a difference of the sines of the elevations
   */
  Number pdopNearACone(double above) {
    return browser.call("pdopNearACone", above);
  }
}
