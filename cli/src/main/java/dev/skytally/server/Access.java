package dev.skytally.server;

import java.util.Optional;
import java.util.Set;

/**
 * Who may ask.
 *
 * @param hosts the hosts that a request may name, with their ports, in lower case
 * @param origins the origins of other pages that may read answers
 * @param token the secret that each request must have, if there is one
 */
public record Access(Set<String> hosts, Set<String> origins, Optional<String> token) {
  public Access {
    hosts = Set.copyOf(hosts);
    origins = Set.copyOf(origins);
  }
}
