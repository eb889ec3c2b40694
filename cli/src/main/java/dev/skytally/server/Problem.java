package dev.skytally.server;

import dev.skytally.report.text.JsonText;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The reason why a question has no answer, for the client (RFC 9457). */
public final class Problem extends Exception {
  private static final long serialVersionUID = 1;

  /** The kinds of problems. */
  public enum Kind {
    UNKNOWN_RESOURCE(404, "There is no such resource"),
    WRONG_METHOD(405, "Method not allowed"),
    WRONG_FORMAT(406, "Format not available"),
    WRONG_REQUEST(400, "The request cannot be read"),
    SLOW_REQUEST(408, "The request arrives too slowly"),
    LONG_ADDRESS(414, "The address is too long"),
    LARGE_HEADERS(431, "The headers are too large"),
    UNKNOWN_PARAMETER(400, "The resource has no such parameter"),
    WRONG_VALUE(400, "A value is wrong"),
    WRONG_BODY(400, "The body cannot be read"),
    FOREIGN_HOST(421, "The request is for another host"),
    FOREIGN_ORIGIN(403, "The request comes from a page of another origin"),
    NO_TOKEN(401, "The token is missing or wrong"),
    PACKED_BODY(415, "The request is packed"),
    LARGE_BODY(413, "The request is too large"),
    LARGE_QUESTION(422, "The question is too large"),
    NO_ANSWER(422, "The question has no answer"),
    UNREADABLE(500, "The server cannot read its files"),
    BUSY(503, "The server is busy"),
    LATE(504, "The answer takes too long"),
    STOPPING(503, "The server is stopping"),
    BUG(500, "This is a bug in Skytally");

    private final int status;
    private final String title;

    Kind(int status, String title) {
      this.status = status;
      this.title = title;
    }

    private String uri() {
      return "tag:skytally.dev,2026:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Kind kind;
  private final TreeMap<String, Object> details = new TreeMap<>();

  /**
   * @param detail what was found and what was expected, for people
   */
  public Problem(Kind kind, String detail) {
    super(detail, null, false, false);
    this.kind = kind;
  }

  /** Adds a detail for programs, for example the {@code parameter}. */
  public Problem with(String name, String value) {
    details.put(name, value);
    return this;
  }

  /** Adds the greatest amount that is allowed. */
  public Problem withLimit(long most) {
    details.put("limit", most);
    return this;
  }

  int status() {
    return kind.status;
  }

  boolean isBug() {
    return kind == Kind.BUG;
  }

  boolean isTemporary() {
    return kind.status == 503;
  }

  String json() {
    return JsonText.compact(
            json -> {
              json.writeStringField("type", kind.uri());
              json.writeStringField("title", kind.title);
              json.writeNumberField("status", kind.status);
              json.writeStringField("detail", getMessage());
              for (Map.Entry<String, Object> detail : details.entrySet()) {
                json.writeObjectField(detail.getKey(), detail.getValue());
              }
            })
        + "\n";
  }
}
