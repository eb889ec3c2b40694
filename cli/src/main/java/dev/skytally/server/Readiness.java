package dev.skytally.server;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Whether the server can give good answers.
 *
 * @param ageDays the age of the newest element sets; empty if they cannot be read
 * @param problem why the server is not ready; empty if it is
 */
public record Readiness(OptionalDouble ageDays, Optional<String> problem) {}
