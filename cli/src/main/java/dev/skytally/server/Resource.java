package dev.skytally.server;

import java.util.List;

/**
 * Something that can be asked for.
 *
 * @param path where, for example {@code /v1/capitals}
 * @param takesBody whether a question comes with a list of sites, by POST; the others come by GET
 * @param formats of its answers; the first is the default
 */
public record Resource(
    String path,
    String summary,
    boolean takesBody,
    List<Parameter> parameters,
    List<Format> formats) {

  public Resource {
    parameters = List.copyOf(parameters);
    formats = List.copyOf(formats);
  }
}
