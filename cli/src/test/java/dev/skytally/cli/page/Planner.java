package dev.skytally.cli.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skytally.cli.LocalServer;
import dev.skytally.cli.Run;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.Select;

/** The planner, open in a browser. */
final class Planner implements AutoCloseable {
  private final Path folder;
  private final LocalServer server;
  private final Browser browser;

  private Planner(Path folder) throws IOException {
    this.folder = folder;
    server = LocalServer.start();
    browser = Browser.startOnline(folder);
  }

  static Planner start() {
    try {
      return new Planner(Files.createTempDirectory("skytally-planner"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void open(String link) {
    open(link, 1440, 900, "light");
  }

  /** Opens a link, given as what follows {@code #}, in a window of a size. */
  void open(String link, int width, int height, String colorScheme) {
    browser.open(server.address() + "#" + link, width, height, colorScheme);
    browser.await("html[data-ready-millis]");
  }

  /** Goes to another link on the page. */
  void go(String link) {
    browser.call("go", link);
    awaitAnswer();
  }

  /** Waits for the answer to what the controls show. */
  void awaitAnswer() {
    browser.await("#site[aria-busy=false]");
  }

  PageSite site() {
    return new PageSite(browser);
  }

  String title() {
    return browser.texts("#sitename").get(0);
  }

  String place() {
    return browser.texts("#siteplace").get(0);
  }

  /** The text of an element. */
  String text(String selector) {
    return browser.texts(selector).get(0);
  }

  boolean shows(String selector) {
    return browser.find(selector).isDisplayed();
  }

  /** The number of satellites that the answer is about. */
  long satellites() {
    return browser.call("satellites");
  }

  /** What follows {@code #} in the address, once it holds everything. */
  String link() {
    return browser.call("link");
  }

  /** The value of every control, as the link holds it. */
  Map<String, Object> controls() {
    return browser.call("controls");
  }

  /** The link that a text holds, printed again. */
  String printed(String link) {
    return browser.call("printed", link);
  }

  /**
   * Lets the server refuse the next request.
   *
   * @param kind of the problem, for example {@code busy}; empty if no server answers
   */
  void refuse(String kind) {
    browser.call("refuse", kind);
  }

  /** The horizon in the link, as the option takes it. */
  String horizon() {
    return browser.call("horizon");
  }

  void click(String selector) {
    browser.find(selector).click();
    awaitAnswer();
  }

  void choose(String selector, String value) {
    new Select(browser.find(selector)).selectByValue(value);
    awaitAnswer();
  }

  /** Replaces the value of a control. */
  void fill(String selector, String value) {
    browser.call("fill", selector, value);
    awaitAnswer();
  }

  /** Types over what a control holds, key by key, and leaves it. */
  void retype(String selector, String text) {
    browser.find(selector).sendKeys(Keys.chord(Keys.CONTROL, "a"), text, Keys.TAB);
    awaitAnswer();
  }

  void press(String selector, Keys... keys) {
    browser.focus(selector);
    browser.press(keys);
    awaitAnswer();
  }

  /** Searches for a place, and waits for the list of places. */
  List<String> search(String text) {
    browser.find("#find").clear();
    browser.find("#find").click();
    browser.type(text);
    browser.await("#found li");
    return browser.texts("#found li");
  }

  void type(String selector, String text) {
    browser.find(selector).click();
    browser.type(text);
  }

  void clickAt(String selector, int x, int y) {
    browser.clickAt(selector, x, y);
    awaitAnswer();
  }

  void drag(String selector, int fromX, int fromY, int toX, int toY) {
    browser.drag(selector, fromX, fromY, toX, toY);
    awaitAnswer();
  }

  void locate(double latitudeDegrees, double longitudeDegrees) {
    browser.locate(server.address(), latitudeDegrees, longitudeDegrees);
  }

  void awaitTitle(String title) {
    new FluentWait<>(this)
        .withTimeout(Browser.PATIENCE)
        .until(planner -> planner.title().equals(title));
  }

  /** What an element looks like. */
  BufferedImage screenshot(String selector) throws IOException {
    return ImageIO.read(
        new ByteArrayInputStream(browser.find(selector).getScreenshotAs(OutputType.BYTES)));
  }

  /** Gives a file to a control, which the page empties when it has read the file. */
  void upload(String selector, Path file) {
    WebElement control = browser.find(selector);
    control.sendKeys(file.toString());
    new FluentWait<>(control)
        .withTimeout(Browser.PATIENCE)
        .until(read -> read.getDomProperty("value").isEmpty());
    awaitAnswer();
  }

  /** Waits for a file that the page saves. */
  Path saved(String name) {
    Path file = folder.resolve(name);
    new FluentWait<>(file).withTimeout(Browser.PATIENCE).until(Files::exists);
    return file;
  }

  Path folder() {
    return folder;
  }

  List<String> texts(String selector) {
    return browser.texts(selector);
  }

  /** The number of satellites of the first system on the map of leaders at a place. */
  long countAt(double latitudeDegrees, double longitudeDegrees) {
    return browser.call("countAt", latitudeDegrees, longitudeDegrees);
  }

  /** The number of lines in the dotted path of a satellite, about one for ten minutes. */
  int linesOfPathToCome(String satellite) {
    int row = texts("#inview tbody th").indexOf(satellite);
    String path = attribute("g.trails path:nth-child(" + (2 * row + 2) + ")", "d");
    return (int) path.chars().filter(c -> c == 'L').count();
  }

  /** The colours of the map of leaders at a place. */
  String leaderAt(double latitudeDegrees, double longitudeDegrees) {
    return browser.call("leaderAt", latitudeDegrees, longitudeDegrees);
  }

  String attribute(String selector, String name) {
    return browser.find(selector).getDomAttribute(name);
  }

  /** What a control holds. */
  String value(String selector) {
    return browser.find(selector).getDomProperty("value");
  }

  /** What the console says, since it was last asked. */
  List<String> console() {
    return browser.console();
  }

  /** What the command answers to the question that the page asks. */
  JsonNode answer() {
    return command("json").json();
  }

  /** The command that answers as the page's question, in another format. */
  Run command(String format) {
    List<String> arguments = new ArrayList<>(List.of("plan"));
    browser
        .<Map<String, String>>call("question", format)
        .forEach(
            (name, value) ->
                arguments.add(
                    switch (name) {
                      case "site" -> value;
                      case "usable" -> "--usable";
                      case "format" -> "--format=" + format;
                      default -> "--" + name + "=" + value;
                    }));
    return Run.of(arguments.toArray(String[]::new));
  }

  /** What the plan command answers. */
  static JsonNode plan(String... arguments) {
    List<String> all = new ArrayList<>(List.of("plan"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--format", "json"));
    return Run.of(all.toArray(String[]::new)).json();
  }

  /** The addresses of everything that the page requested. */
  Set<String> requested() {
    return Set.copyOf(browser.<List<String>>call("requests"));
  }

  String origin() {
    return server.address();
  }

  long overflow() {
    return browser.call("overflow", "html");
  }

  /** The choices of lists that are wider than their list. */
  List<String> cutChoices(String selector) {
    return browser.call("cutChoices", selector);
  }

  /** The texts within an element of a chart that overlap another one or leave the chart. */
  List<String> crowded(String selector) {
    return browser.call("crowded", selector);
  }

  List<String> accessibilityProblems() {
    return browser.accessibilityProblems();
  }

  /** The elements that Tab should reach but does not. */
  List<String> missedByTab() {
    browser.call("blur");
    long elements = browser.call("watchFocus");
    browser.press(Keys.TAB, (int) elements + 9);
    return browser.call("missed");
  }

  WebElement focused() {
    return browser.focused();
  }

  List<Sheet> print() {
    return Sheet.of(browser.print());
  }

  /** Changes a control, by a key unless it is empty; returns when the answer was drawn. */
  double drawnMillis(String selector, String value, String key) {
    return browser.number("drawnMillis", selector, value, key);
  }

  double readyMillis() {
    return Double.parseDouble(attribute("html", "data-ready-millis"));
  }

  /** What the console says, and what came from elsewhere than the page's server. */
  List<String> noise() {
    List<String> noise = new ArrayList<>(browser.console());
    for (String request : requested()) {
      if (!request.startsWith(server.address()) && !request.startsWith("blob:" + origin())) {
        noise.add(request);
      }
    }
    return noise;
  }

  @Override
  public void close() throws IOException {
    browser.close();
    server.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
