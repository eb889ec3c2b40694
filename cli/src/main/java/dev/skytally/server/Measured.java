package dev.skytally.server;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Measures each request. */
final class Measured extends Handler.Wrapper {
  private final Metrics metrics;

  Measured(Metrics metrics, Handler measured) {
    super(measured);
    this.metrics = metrics;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Request.addCompletionListener(
        request,
        failure ->
            metrics.add(
                Request.getPathInContext(request),
                response.getStatus(),
                System.nanoTime() - request.getBeginNanoTime()));
    return super.handle(request, response, callback);
  }
}
