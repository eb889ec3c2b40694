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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A source of element sets: a group of CelesTrak or of a mirror, an address or a file.
 *
 * <p>Immutable.
 */
public final class FetchSource {
  /** CelesTrak's service for general perturbations element sets. */
  public static final URI CELESTRAK = URI.create("https://celestrak.org/NORAD/elements/gp.php");

  /** CelesTrak's group of all navigation satellites. */
  private static final String ALL_SYSTEMS = "gnss";

  /** The part of an address's query that cannot be secret: what CelesTrak's own queries contain. */
  private static final Pattern NO_SECRET = Pattern.compile("(?i)(GROUP|FORMAT)=[A-Z0-9-]{1,40}");

  private static final String HIDDEN = "***";

  /**
   * The least length of a secret to hide in texts; shorter ones are part of many ordinary words.
   */
  private static final int LEAST_SECRET_CHARACTERS = 4;

  private static final int DIGEST_CHARACTERS_IN_LIMIT = 16;
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  /**
   * The formats of a request. TLE is not among them, because it lacks recently catalogued
   * satellites.
   */
  public enum Format {
    /** OMM as JSON. */
    JSON,
    /** OMM as CSV. */
    CSV
  }

  private final String name;

  /** Null for a file; then its path is not null. */
  private final @Nullable URI address;

  private final @Nullable Path file;
  private final String limitedAs;
  private final Set<GnssSystem> systems;

  private FetchSource(
      String name,
      @Nullable URI address,
      @Nullable Path file,
      String limitedAs,
      Set<GnssSystem> systems) {
    this.name = name;
    this.address = address;
    this.file = file;
    this.limitedAs = limitedAs;
    this.systems = systems;
  }

  /**
   * {@return a group of a service with CelesTrak's interface, for example {@code gnss} or {@code
   * galileo}}
   *
   * @param service the service's address, without a query
   * @param group the name of the group
   * @param format the format to ask for
   * @throws IllegalArgumentException if the name of the group or the address is invalid
   */
  public static FetchSource group(URI service, String group, Format format) {
    if (!group.matches("[A-Za-z0-9-]{1,40}")) {
      throw new IllegalArgumentException(
          TextFile.quoted(group)
              + " is not the name of a group, expected one such as gnss or galileo");
    }
    requireHttp(service);
    if (service.getRawQuery() != null) {
      throw new IllegalArgumentException(
          withoutSecrets(service.toString())
              + " has a query, expected a service's address such as "
              + CELESTRAK);
    }
    String asked = service + "?GROUP=" + group.toLowerCase(Locale.ROOT);
    URI address = URI.create(asked + "&FORMAT=" + format);
    return new FetchSource(address.toString(), address, null, limitedAs(address), systemsOf(group));
  }

  /**
   * {@return a file on a server, for example of a mirror}
   *
   * @param address the address
   * @throws IllegalArgumentException if the address is not that of a server
   */
  public static FetchSource address(URI address) {
    requireHttp(address);
    return new FetchSource(
        withoutSecrets(address.toString()), address, null, limitedAs(address), Set.of());
  }

  /**
   * Returns an address in which possible secrets are hidden, so that it can be shown and stored.
   */
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

  /**
   * Returns a rejected address in which everything that may be secret is hidden, since its parts
   * are unknown.
   */
  private static String concealed(String address) {
    return TextFile.quoted(
        withoutSecrets(
            address
                .replaceFirst("#.*", "#" + HIDDEN)
                .replaceFirst("//[^?]*@", "//" + HIDDEN + "@")));
  }

  /** Returns a text from a server without the secrets of the query that it may repeat. */
  String withoutEchoes(String text) {
    String query = address == null ? null : address.getRawQuery();
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
   * Returns a key that is the same for all spellings and formats of an address, because the server
   * treats them as the same request. The key is stored, so possible secrets are replaced by a
   * digest.
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

  /**
   * {@return a file of this machine, in any format, for example an export of Space-Track}
   *
   * @param file the file
   */
  public static FetchSource file(Path file) {
    return new FetchSource(file.toString(), null, file, "", Set.of());
  }

  /**
   * {@return the address in a text; empty if the text names a file}
   *
   * @param text an address or the path of a file
   * @throws IllegalArgumentException if the text begins like an address but is not one
   */
  public static Optional<URI> addressOf(String text) {
    if (!text.contains("://")) {
      return Optional.empty();
    }
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          concealed(text) + " is not an address, expected one such as " + CELESTRAK);
    }
  }

  private static void requireHttp(URI address) {
    String scheme = String.valueOf(address.getScheme());
    if (address.getHost() == null
        || !(scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))) {
      throw new IllegalArgumentException(
          concealed(address.toString())
              + " is not the address of a server, expected one such as "
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
          concealed(address.toString()) + " has a part after #, expected an address without");
    }
  }

  /** Returns the systems that a group of CelesTrak holds in full. */
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
   * {@return the address or file as the stored origin of its element sets, without possible secrets
   * in the query of an address}
   */
  public String name() {
    return name;
  }

  Optional<URI> address() {
    return Optional.ofNullable(address);
  }

  /** {@return whether this is a file of this machine} */
  public boolean isFile() {
    return address == null;
  }

  Path file() {
    return Objects.requireNonNull(file);
  }

  /** Returns the key of the limit on requests: the server and the group, for any format. */
  String limitedAs() {
    return limitedAs;
  }

  /** {@return the systems that an answer must hold; none if that is unknown} */
  public Set<GnssSystem> systems() {
    return systems;
  }

  @Override
  public String toString() {
    return name;
  }
}
