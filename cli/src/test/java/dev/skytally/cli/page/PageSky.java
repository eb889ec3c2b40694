package dev.skytally.cli.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.WebElement;

/** The sky over a site: the plot, and the table below it. */
final class PageSky {
  private final Browser browser;

  PageSky(Browser browser) {
    this.browser = browser;
  }

  int marks() {
    return browser.count("#skyplot g.satellites g");
  }

  /** The number of satellites whose path can be seen. */
  long satellitesWithAPath() {
    return browser.call("satellitesWithAPath");
  }

  int rows() {
    return browser.count("#inview tbody tr");
  }

  /** The rows of the table, with blanks between the cells. */
  List<String> tableRows() {
    return browser.findAll("#inview tbody tr").stream().map(WebElement::getText).toList();
  }

  /** Azimuth and elevation of each satellite in the table, in degrees, by catalogue number. */
  Map<String, List<Double>> angles() {
    return doubles(browser.call("anglesInView"));
  }

  /** The azimuth and elevation at a time, in degrees. */
  List<Double> lookAngles(int catalogNumber, String utc) {
    return browser.numbers("lookAngles", catalogNumber, utc);
  }

  /**
   * The place of each satellite's mark in the plot, to the right and down from the zenith, by
   * catalogue number.
   */
  Map<String, List<Double>> places() {
    return doubles(browser.call("placesOfMarks"));
  }

  private static Map<String, List<Double>> doubles(Map<String, List<Number>> numbers) {
    Map<String, List<Double>> doubles = new HashMap<>();
    numbers.forEach(
        (key, pair) -> doubles.put(key, pair.stream().map(Number::doubleValue).toList()));
    return doubles;
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
    return browser.call("overlappingLabels", "#skyplot .satellites text");
  }
}
