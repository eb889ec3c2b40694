package dev.skytally.server;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rules of access.
 *
 * @param hosts the hosts that a request may name, with their ports; capitals do not matter
 * @param origins the origins of other pages that may read answers
 * @param token the secret that each request must have, if there is one
 */
public record Access(Set<String> hosts, Set<String> origins, Optional<String> token) {
  public Access {
    hosts =
        hosts.stream()
            .map(host -> host.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    origins = Set.copyOf(origins);
  }
}
