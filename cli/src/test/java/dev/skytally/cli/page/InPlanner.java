package dev.skytally.cli.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the {@link Planner}, which all classes share, and skips the tests if no browser is
 * installed.
 *
 * <p>After each test, the console must be empty, and the page must have requested nothing but from
 * its own server.
 */
final class InPlanner implements ExecutionCondition, ParameterResolver, AfterEachCallback {
  private static final Namespace NAMESPACE = Namespace.create(InPlanner.class);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return Browser.isInstalled() || Browser.isRequired()
        ? ConditionEvaluationResult.enabled("")
        : ConditionEvaluationResult.disabled("no chromium and chromedriver on the PATH");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Planner.class;
  }

  @Override
  public Planner resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return planner(context);
  }

  /** The store of the root closes it after the last test. */
  private static Planner planner(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Planner.class, key -> Planner.start(), Planner.class);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    assertEquals(List.of(), planner(context).noise());
  }
}
