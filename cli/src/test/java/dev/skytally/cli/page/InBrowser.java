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
 * Gives tests the {@link Reports}, which all classes share, and skips the tests if no browser is
 * installed.
 *
 * <p>After each test, the page that is open must have requested nothing, and the console of every
 * page must be empty.
 */
final class InBrowser implements ExecutionCondition, ParameterResolver, AfterEachCallback {
  private static final Namespace NAMESPACE = Namespace.create(InBrowser.class);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return Browser.isInstalled() || Browser.isRequired()
        ? ConditionEvaluationResult.enabled("")
        : ConditionEvaluationResult.disabled("no chromium and chromedriver on the PATH");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Reports.class;
  }

  @Override
  public Reports resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return reports(context);
  }

  /** The store of the root closes them after the last test. */
  private static Reports reports(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Reports.class, key -> Reports.start(), Reports.class);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    assertEquals(List.of(), reports(context).page().noise());
  }
}
