package dev.skytally.cli;

import java.lang.reflect.Proxy;

/** The signal SIGHUP, which asks a service to read its settings again. */
final class HangUp {
  private HangUp() {}

  /**
   * Runs an action in its own thread at each SIGHUP, instead of ending the program. Does nothing on
   * systems without this signal.
   */
  static void handleBy(Runnable action) {
    // By reflection, because the JDK's only API for signals causes a compiler warning that cannot
    // be suppressed.
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object running =
          Proxy.newProxyInstance(
              HangUp.class.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                action.run();
                return null;
              });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance("HUP"), running);
    } catch (ReflectiveOperationException e) {
      // A system without SIGHUP: the service is restarted instead.
    }
  }
}
