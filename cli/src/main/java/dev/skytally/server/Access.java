package dev.skytally.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rules of access.
 *
 * @param hosts the hosts that a request may name, with their ports; neither capitals nor how an
 *     address of IPv6 is written matters
 * @param origins the origins of other pages that may read answers
 * @param token the secret that each request must have, if there is one
 */
public record Access(Set<String> hosts, Set<String> origins, Optional<String> token) {
  public Access {
    hosts = hosts.stream().map(Access::plain).collect(Collectors.toUnmodifiableSet());
    origins = Set.copyOf(origins);
  }

  /** Returns whether a request may name a host. */
  boolean isOwn(String host) {
    return hosts.contains(plain(host));
  }

  /** Returns a host in small letters, and the address of IPv6 in it in one form. */
  static String plain(String host) {
    String small = host.toLowerCase(Locale.ROOT);
    int end = small.indexOf(']') + 1;
    if (!small.startsWith("[") || !small.substring(0, end).contains(":")) {
      return small;
    }
    try {
      // Java looks nothing up that has brackets and a colon.
      String address = InetAddress.getByName(small.substring(0, end)).getHostAddress();
      return "[" + address.replaceFirst("(^|:)0(:0)+(:|$)", "::") + "]" + small.substring(end);
    } catch (UnknownHostException e) {
      return small;
    }
  }
}
