package dev.skytally.cli.page;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.chromium.ChromiumNetworkConditions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.FluentWait;

/** The installed Chromium without a window. */
final class Browser implements AutoCloseable {
  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final List<String> DRIVERS = List.of("chromedriver");

  /** Far more than a busy machine needs, so that only a browser that hangs takes so long. */
  static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Else it warns of browsers newer than itself, whose DevTools are not used here. */
  private static final Logger DEVTOOLS_LOG =
      Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

  /** The functions that {@link #call} calls. */
  private static final String PROBE =
      text("/dev/skytally/cli/page/probe.js") + "\nwindow.probe = probe;";

  /** The functions for the planner alone. */
  private static final String PLANNER_PROBE = text("/dev/skytally/cli/page/planner-probe.js");

  private static final String AXE = text("/axe.min.js");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  static boolean isInstalled() {
    return installed(BROWSERS).isPresent() && installed(DRIVERS).isPresent();
  }

  /** Whether tests in a browser fail without one: {@code -Dskytally.browserTests=required}. */
  static boolean isRequired() {
    return System.getProperty("skytally.browserTests", "").equals("required");
  }

  /**
   * Starts the installed browser, cut off from every network.
   *
   * @param folder for its profile and what it downloads
   */
  static Browser start(Path folder) {
    Browser browser = startOnline(folder);
    ChromiumNetworkConditions offline = new ChromiumNetworkConditions();
    offline.setOffline(true);
    offline.setLatency(Duration.ZERO);
    browser.driver.setNetworkConditions(offline);
    return browser;
  }

  /** Starts the installed browser, as above, for a page from a server on the loopback. */
  static Browser startOnline(Path folder) {
    DEVTOOLS_LOG.setLevel(Level.SEVERE);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(installed(BROWSERS).orElseThrow().toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--user-data-dir=" + folder.resolve("profile"));
    options.setExperimentalOption("prefs", Map.of("download.default_directory", folder.toString()));
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    ChromeDriver driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(installed(DRIVERS).orElseThrow().toFile())
                .withTimeout(PATIENCE)
                .usingAnyFreePort()
                .build(),
            options);
    driver.manage().timeouts().scriptTimeout(PATIENCE).pageLoadTimeout(PATIENCE);
    return new Browser(driver);
  }

  private static String text(String resource) {
    try (InputStream file = Browser.class.getResourceAsStream(resource)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> installed(List<String> names) {
    for (String name : names) {
      for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
        Path program = Path.of(folder, name);
        if (Files.isExecutable(program)) {
          return Optional.of(program);
        }
      }
    }
    return Optional.empty();
  }

  /** Opens a file anew in a window of a size, in a light or dark world. */
  void open(Path file, int width, int height, String colorScheme) {
    open(file.toUri().toString(), width, height, colorScheme);
  }

  /** Opens an address, as above. */
  void open(String address, int width, int height, String colorScheme) {
    driver.manage().window().setSize(new Dimension(width, height));
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colorScheme))));
    driver.get("about:blank");
    driver.get(address);
    driver.executeScript(address.startsWith("http") ? PROBE + "\n" + PLANNER_PROBE : PROBE);
  }

  /** The address of what is open. */
  URI address() {
    return URI.create(driver.getCurrentUrl());
  }

  /** Prints the page as PDF on A4; ChromeDriver's own command would give up after 10 s. */
  byte[] print() {
    Map<String, Object> a4Inches = Map.of("paperWidth", 8.27, "paperHeight", 11.69);
    Object pdf = driver.executeCdpCommand("Page.printToPDF", a4Inches).get("data");
    return Base64.getDecoder().decode((String) pdf);
  }

  /** What the console of the page says, as errors or otherwise, since it was last asked. */
  List<String> console() {
    List<String> lines = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
      lines.add(entry.getLevel() + " " + entry.getMessage());
    }
    return lines;
  }

  /** Calls a function of {@code probe.js} in the page, and returns its result. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  <T> T call(String function, Object... arguments) {
    return (T)
        driver.executeScript(
            "return probe[arguments[0]](...arguments[1])", function, List.of(arguments));
  }

  double number(String function, Object... arguments) {
    return this.<Number>call(function, arguments).doubleValue();
  }

  List<Double> numbers(String function, Object... arguments) {
    return this.<List<Number>>call(function, arguments).stream().map(Number::doubleValue).toList();
  }

  WebElement find(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  List<WebElement> findAll(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /** The number of all elements that fit. */
  int count(String selector) {
    return (int) number("count", selector);
  }

  /** The texts of all elements that fit, as the page has them. */
  List<String> texts(String selector) {
    return call("texts", selector);
  }

  /** Gives an element the focus, even if it is shown only then. */
  void focus(String selector) {
    call("focus", selector);
  }

  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  /** Presses keys one after the other, wherever the focus goes. */
  void press(Keys... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** Types a text, wherever the focus is. */
  void type(String text) {
    new Actions(driver).sendKeys(text).perform();
  }

  /** Draws a line over an element with the mouse, between places in pixels from its middle. */
  void drag(String selector, int fromX, int fromY, int toX, int toY) {
    WebElement element = find(selector);
    new Actions(driver)
        .moveToElement(element, fromX, fromY)
        .clickAndHold()
        .moveToElement(element, toX, toY)
        .release()
        .perform();
  }

  /** Clicks a place in pixels from the middle of an element. */
  void clickAt(String selector, int x, int y) {
    new Actions(driver).moveToElement(find(selector), x, y).click().perform();
  }

  /** Lets the page know the location of the machine. */
  void locate(String origin, double latitudeDegrees, double longitudeDegrees) {
    driver.executeCdpCommand(
        "Browser.grantPermissions",
        Map.of("origin", origin, "permissions", List.of("geolocation")));
    driver.executeCdpCommand(
        "Emulation.setGeolocationOverride",
        Map.of("latitude", latitudeDegrees, "longitude", longitudeDegrees, "accuracy", 10));
  }

  /** Waits until a selector fits an element. */
  void await(String selector) {
    new FluentWait<>(driver)
        .withTimeout(PATIENCE)
        .pollingEvery(Duration.ofMillis(20))
        .until(page -> !page.findElements(By.cssSelector(selector)).isEmpty());
  }

  /** Presses a key many times. */
  void press(Keys key, int times) {
    Keys[] keys = new Keys[times];
    Arrays.fill(keys, key);
    press(keys);
  }

  /** All that axe-core finds, each with the first element. */
  List<String> accessibilityProblems() {
    driver.executeScript(AXE);
    @SuppressWarnings("unchecked")
    List<String> problems =
        (List<String>)
            driver.executeAsyncScript(
                "const done = arguments[0];"
                    + "axe.run().then(r => done(r.violations"
                    + "  .map(v => v.id + ': ' + v.nodes[0].html + ' ' + v.nodes[0].failureSummary)),"
                    + " e => done(['axe failed: ' + e]))");
    return problems;
  }

  /** Waits until nothing is written into the profile any more, so that it can be deleted. */
  @Override
  public void close() {
    CompletableFuture<?>[] exits =
        ProcessHandle.current()
            .descendants()
            .map(ProcessHandle::onExit)
            .toArray(CompletableFuture<?>[]::new);
    driver.quit();
    // The dead stay in a container whose first process does not look after them.
    CompletableFuture.allOf(exits).completeOnTimeout(null, 30, TimeUnit.SECONDS).join();
  }
}
