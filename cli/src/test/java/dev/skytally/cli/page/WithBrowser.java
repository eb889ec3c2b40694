package dev.skytally.cli.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests something that is open in a browser, which all classes of a process share, and skips
 * the tests if no browser is installed.
 *
 * @param <T> what is open
 */
abstract class WithBrowser<T extends AutoCloseable>
    implements ExecutionCondition, ParameterResolver, AfterEachCallback {
  private static final Namespace NAMESPACE = Namespace.create(WithBrowser.class);

  private final Class<T> type;
  private final Supplier<T> start;
  private final Function<T, List<String>> noise;

  /**
   * @param start opens it before the first test
   * @param noise what a page must not say or request; it must be empty after each test
   */
  WithBrowser(Class<T> type, Supplier<T> start, Function<T, List<String>> noise) {
    this.type = type;
    this.start = start;
    this.noise = noise;
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return Browser.isInstalled() || Browser.isRequired()
        ? ConditionEvaluationResult.enabled("")
        : ConditionEvaluationResult.disabled("no chromium and chromedriver on the PATH");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == type;
  }

  @Override
  public T resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return opened(context);
  }

  /** The store of the root closes it after the last test. */
  private T opened(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(type, key -> start.get(), type);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    assertEquals(List.of(), noise.apply(opened(context)));
  }
}
