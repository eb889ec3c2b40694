package dev.skytally.cli.page;

import java.util.List;
import org.openqa.selenium.By;

/** The sky over a site: the plot, and the table below it. */
final class PageSky {
  private final Browser browser;

  PageSky(Browser browser) {
    this.browser = browser;
  }

  int marks() {
    return browser.findAll("#skyplot g.satellites g").size();
  }

  int rows() {
    return browser.findAll("#inview tbody tr").size();
  }

  /** The azimuth or elevation of a satellite in the table. */
  double degrees(int catalogNumber, String angle) {
    String text =
        browser
            .find("#inview tr[data-satellite='" + catalogNumber + "']")
            .findElement(By.className(angle))
            .getText();
    return Double.parseDouble(text.replace("\u00b0", ""));
  }

  /** The azimuth and elevation at a time, in degrees. */
  List<Double> lookAngles(int catalogNumber, String utc) {
    return browser.numbers("lookAngles", catalogNumber, utc);
  }

  /** The place of a satellite's mark in the plot, to the right and down from the zenith. */
  List<Double> placeOfMark(int catalogNumber) {
    return browser.numbers("placeOfMark", catalogNumber);
  }

  double radius() {
    return Double.parseDouble(browser.find(".dome").getDomAttribute("r"));
  }

  /** The least and the greatest distance of the mask to the east, as part of the radius. */
  List<Double> maskFromWestToEast() {
    return browser.numbers("maskFromWestToEast");
  }

  /**
   * Whether a point on the line from west to east is drawn as below the mask.
   *
   * @param east as part of the radius
   */
  boolean isShaded(double east) {
    return browser.call("isShaded", east);
  }

  String note() {
    return browser.find("#skynote").getText();
  }

  List<String> labels() {
    return browser.texts("#skyplot .satellites text");
  }

  List<String> overlappingLabels() {
    return browser.call("overlappingLabels");
  }
}
