package dev.skytally.fetch;

import static java.util.stream.Collectors.joining;

import dev.skytally.input.TextFile;
import dev.skytally.internal.input.Sha256;
import dev.skytally.satellites.GnssSystem;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Where element sets can be had: a group of CelesTrak or a mirror of it, an address or a file. */
public final class FetchSource {
  /** CelesTrak's service for general perturbations element sets. */
  public static final URI CELESTRAK = URI.create("https://celestrak.org/NORAD/elements/gp.php");

  /** CelesTrak's group of all navigation satellites. */
  private static final String ALL_SYSTEMS = "gnss";

  /** The part of an address's query that cannot be secret: what CelesTrak's own queries contain. */
  private static final Pattern NO_SECRET = Pattern.compile("(?i)(GROUP|FORMAT)=[A-Z0-9-]{1,40}");

  private static final String HIDDEN = "***";

  /** What is shorter is part of many a word. */
  private static final int LEAST_SECRET_CHARACTERS = 4;

  private static final int DIGEST_CHARACTERS_IN_LIMIT = 16;
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  /** The forms to ask for. Lines (TLE) are none of them: they lack what was catalogued of late. */
  public enum Form {
    JSON,
    CSV
  }

  private final String name;
  private final URI address;
  private final Path file;
  private final String limitedAs;
  private final Set<GnssSystem> systems;

  private FetchSource(
      String name, URI address, Path file, String limitedAs, Set<GnssSystem> systems) {
    this.name = name;
    this.address = address;
    this.file = file;
    this.limitedAs = limitedAs;
    this.systems = systems;
  }

  /**
   * A group of a service that answers as CelesTrak's does, as {@code gnss} or {@code galileo}.
   *
   * @param service the service's address, without a query
   * @throws IllegalArgumentException if the group's name or the address is none
   */
  public static FetchSource group(URI service, String group, Form form) {
    if (!group.matches("[A-Za-z0-9-]{1,40}")) {
      throw new IllegalArgumentException(
          TextFile.quoted(group) + " is no name of a group, expected one such as gnss or galileo");
    }
    requireHttp(service);
    if (service.getRawQuery() != null) {
      throw new IllegalArgumentException(
          withoutSecrets(service.toString())
              + " has a query, expected a service's address such as "
              + CELESTRAK);
    }
    String asked = service + "?GROUP=" + group.toLowerCase(Locale.ROOT);
    URI address = URI.create(asked + "&FORMAT=" + form);
    return new FetchSource(address.toString(), address, null, limitedAs(address), systemsOf(group));
  }

  /**
   * A file on a server, as of a mirror.
   *
   * @throws IllegalArgumentException if the address is none of a server
   */
  public static FetchSource address(URI address) {
    requireHttp(address);
    return new FetchSource(
        withoutSecrets(address.toString()), address, null, limitedAs(address), Set.of());
  }

  /** An address as it may be shown and kept: what may be a secret in it is hidden. */
  static String withoutSecrets(String address) {
    String shown = address.replaceFirst("//[^/?]*@", "//" + HIDDEN + "@");
    int query = shown.indexOf('?');
    return query < 0
        ? shown
        : Arrays.stream(shown.substring(query + 1).split("&"))
            .map(
                part ->
                    mayBeSecret(part) ? part.substring(0, part.indexOf('=') + 1) + HIDDEN : part)
            .collect(joining("&", shown.substring(0, query + 1), ""));
  }

  /** An address that is refused, as it may be shown: nobody knows what its parts are. */
  private static String refused(String address) {
    return TextFile.quoted(
        withoutSecrets(
            address
                .replaceFirst("#.*", "#" + HIDDEN)
                .replaceFirst("//[^?]*@", "//" + HIDDEN + "@")));
  }

  /** A text that a server sent, without what it may repeat of the secrets in the query. */
  String withoutEchoes(String text) {
    String query = address.getRawQuery();
    String shown = text;
    for (String part : query == null ? new String[0] : query.split("&", -1)) {
      String value = part.substring(part.indexOf('=') + 1);
      if (mayBeSecret(part) && value.length() >= LEAST_SECRET_CHARACTERS) {
        shown =
            shown
                .replace(value, HIDDEN)
                .replace(URLDecoder.decode(value, StandardCharsets.UTF_8), HIDDEN);
      }
    }
    return shown;
  }

  private static boolean mayBeSecret(String partOfQuery) {
    return !NO_SECRET.matcher(partOfQuery).matches();
  }

  /**
   * However an address is spelt and whatever form it asks for, the server takes it for the same
   * request. It is written down, so what may be a secret stands there as a digest.
   */
  private static String limitedAs(URI address) {
    String host = address.getHost().toLowerCase(Locale.ROOT).replaceAll("^www\\.|\\.$", "");
    int port = address.getPort();
    StringBuilder limitedAs = new StringBuilder(host);
    if (port >= 0 && port != HTTP_PORT && port != HTTPS_PORT) {
      limitedAs.append(':').append(port);
    }
    limitedAs.append(address.normalize().getPath().replaceAll("/+", "/"));
    if (address.getQuery() != null) {
      Arrays.stream(address.getQuery().toUpperCase(Locale.ROOT).split("&"))
          .filter(part -> !part.startsWith("FORMAT="))
          .map(
              part ->
                  mayBeSecret(part)
                      ? Sha256.of(part).substring(0, DIGEST_CHARACTERS_IN_LIMIT)
                      : part)
          .sorted()
          .forEach(part -> limitedAs.append('&').append(part));
    }
    return TextFile.printable(limitedAs.toString());
  }

  /** A file of this machine, in any form, as an export of Space-Track. */
  public static FetchSource file(Path file) {
    return new FetchSource(file.toString(), null, file, null, Set.of());
  }

  /**
   * The address that a text is, if it is one rather than a file.
   *
   * @throws IllegalArgumentException if it begins as an address but is none
   */
  public static Optional<URI> addressOf(String text) {
    if (!text.contains("://")) {
      return Optional.empty();
    }
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          refused(text) + " is no address, expected one such as " + CELESTRAK);
    }
  }

  private static void requireHttp(URI address) {
    String scheme = String.valueOf(address.getScheme());
    if (address.getHost() == null
        || !(scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))) {
      throw new IllegalArgumentException(
          refused(address.toString())
              + " is no address of a server, expected one such as "
              + CELESTRAK);
    }
    if (address.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "the address on %s holds a name or a password, which would be written down with what comes"
                  .formatted(address.getHost())
              + " from there; expected one without");
    }
    if (address.getRawFragment() != null) {
      throw new IllegalArgumentException(
          refused(address.toString()) + " has a part after #, expected an address without");
    }
  }

  /** The systems that a group of CelesTrak holds in full. */
  private static Set<GnssSystem> systemsOf(String group) {
    String name = group.toLowerCase(Locale.ROOT);
    if (name.equals(ALL_SYSTEMS)) {
      return EnumSet.allOf(GnssSystem.class);
    }
    EnumSet<GnssSystem> systems = EnumSet.noneOf(GnssSystem.class);
    for (GnssSystem system : GnssSystem.values()) {
      if (system.celestrakGroup().equals(name)) {
        systems.add(system);
      }
    }
    return systems;
  }

  /**
   * The address or file, as it is written down as the origin of what comes from it: without what
   * may be a secret in an address's query.
   */
  public String name() {
    return name;
  }

  Optional<URI> address() {
    return Optional.ofNullable(address);
  }

  /** Whether this is a file of this machine. */
  public boolean isFile() {
    return address == null;
  }

  Path file() {
    return file;
  }

  /** What the limit on requests goes by: the server and the group, in whatever form. */
  String limitedAs() {
    return limitedAs;
  }

  /** The systems that an answer must hold; none if that is unknown. */
  public Set<GnssSystem> systems() {
    return systems;
  }

  @Override
  public String toString() {
    return name;
  }
}
