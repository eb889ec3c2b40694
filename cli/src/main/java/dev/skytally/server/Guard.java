package dev.skytally.server;

import dev.skytally.server.Problem.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Rejects requests that are not meant for this server, or come from pages of other origins.
 *
 * <p>A page in the user's own browser can reach any address, also with a name that it makes resolve
 * to this machine. So hosts and origins are compared as they are, without looking them up.
 */
final class Guard extends Handler.Wrapper {
  private static final String BEARER = "Bearer ";
  private static final Set<String> OTHER_SITES = Set.of("cross-site", "same-site");

  private final Access access;

  Guard(Access access, Handler guarded) {
    super(guarded);
    this.access = access;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    HttpFields.Mutable headers = response.getHeaders();
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put(
        "Content-Security-Policy",
        "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self';"
            + " frame-ancestors 'none'");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    try {
      requireOwnHost(request);
      String origin = origin(request);
      if (!origin.isEmpty()) {
        headers.put("Access-Control-Allow-Origin", origin);
        headers.put("Access-Control-Expose-Headers", "ETag, Retry-After, Skytally-Warning");
        headers.put("Cross-Origin-Resource-Policy", "cross-origin");
      }
      if (!access.origins().isEmpty()) {
        headers.add(HttpHeader.VARY, "Origin");
      }
      if (!origin.isEmpty() && request.getMethod().equals(HttpMethod.OPTIONS.asString())) {
        headers.put("Access-Control-Allow-Methods", "GET, HEAD, POST");
        headers.put("Access-Control-Allow-Headers", "Authorization, Content-Type");
        headers.put("Access-Control-Max-Age", "600");
        response.setStatus(204);
        callback.succeeded();
        return true;
      }
      requireToken(request, headers);
    } catch (Problem problem) {
      Reply.problem(response, callback, problem);
      return true;
    }
    return super.handle(request, response, callback);
  }

  private void requireOwnHost(Request request) throws Problem {
    List<String> named = request.getHeaders().getValuesList(HttpHeader.HOST);
    String authority = request.getHttpURI().getAuthority();
    // Without a name, Jetty names this machine itself, except in HTTP/2.
    boolean isHttp2 = request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_2;
    if (named.isEmpty() && !(isHttp2 && authority != null)) {
      throw new Problem(Kind.FOREIGN_HOST, "the request names no host");
    }
    for (String host : named) {
      requireOwn(host);
    }
    if (authority != null) {
      requireOwn(authority);
    }
  }

  private void requireOwn(String host) throws Problem {
    if (!access.isOwn(host)) {
      throw new Problem(
          Kind.FOREIGN_HOST,
          "the host is \"%s\", expected one of %s; skytally serve --allow-host adds a name"
              .formatted(host, String.join(", ", access.hosts().stream().sorted().toList())));
    }
  }

  /** Returns the allowed foreign origin of a request, or an empty text. */
  private String origin(Request request) throws Problem {
    HttpFields given = request.getHeaders();
    String origin = given.get(HttpHeader.ORIGIN);
    if (origin == null) {
      // Browsers send no origin for a picture in a page, which could still keep the server busy.
      boolean isOfOtherPage = OTHER_SITES.contains(String.valueOf(given.get("Sec-Fetch-Site")));
      if (isOfOtherPage && !"navigate".equals(given.get("Sec-Fetch-Mode"))) {
        throw new Problem(Kind.FOREIGN_ORIGIN, "a page of another origin shows this as its part");
      }
      return "";
    }
    if (isOwn(origin)) {
      return "";
    }
    if (!access.origins().contains(origin)) {
      throw new Problem(
          Kind.FOREIGN_ORIGIN,
          "the origin is \"%s\"; skytally serve --allow-origin allows others".formatted(origin));
    }
    return origin;
  }

  private boolean isOwn(String origin) {
    return Stream.of("http://", "https://")
        .anyMatch(
            scheme -> origin.startsWith(scheme) && access.isOwn(origin.substring(scheme.length())));
  }

  private void requireToken(Request request, HttpFields.Mutable headers) throws Problem {
    if (access.token().isEmpty()) {
      return;
    }
    String given = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    boolean fits =
        given != null
            && given.regionMatches(true, 0, BEARER, 0, BEARER.length())
            && MessageDigest.isEqual(
                given.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8),
                access.token().get().getBytes(StandardCharsets.UTF_8));
    if (!fits) {
      headers.put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
      throw new Problem(
          Kind.NO_TOKEN, "expected the header \"Authorization: Bearer TOKEN\" with the token");
    }
  }
}
