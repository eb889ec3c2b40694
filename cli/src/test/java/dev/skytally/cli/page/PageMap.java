package dev.skytally.cli.page;

import java.util.List;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The map of the overview. */
final class PageMap {
  private final Browser browser;

  PageMap(Browser browser) {
    this.browser = browser;
  }

  int marks() {
    return browser.count("#map path.site");
  }

  /** The number of marks of a system that leads, or of {@code tie}. */
  int marks(String leader) {
    return browser.count("#map path." + (leader.equals("tie") ? leader : "sys-" + leader));
  }

  /** The number of marks of sites that the filters exclude. */
  int dimmedMarks() {
    return browser.count("#map path.dimmed");
  }

  String label(String site) {
    return browser.find("#map path.site[aria-label^='" + site + "']").getAccessibleName();
  }

  boolean isOnLand(String site) {
    return browser.call("isOnLand", site);
  }

  void zoomIn() {
    browser.find("#zoomin").click();
  }

  long marksInView() {
    return browser.call("marksInView");
  }

  /** The names beside marks. */
  List<String> names() {
    return browser.texts("#map .names text");
  }

  List<String> overlappingNames() {
    return browser.call("overlappingLabels", "#map .names text");
  }

  String note() {
    return browser.find("#mapnote").getText();
  }

  /** Gives the focus to the mark that Tab reaches. */
  void focus() {
    browser.focus("#map [tabindex='0']");
  }

  void press(Keys... keys) {
    browser.press(keys);
  }

  /** How many marks have the focus while keys are pressed many times. */
  long marksReached(int times, Keys... keys) {
    browser.call("watchFocus");
    for (Keys key : keys) {
      browser.press(key, times);
    }
    return browser.call("reached");
  }

  String focusedLabel() {
    return browser.focused().getAccessibleName();
  }

  WebElement tip() {
    return browser.find("#tip");
  }

  String tipTitle() {
    return browser.find("#tip strong").getText();
  }
}
