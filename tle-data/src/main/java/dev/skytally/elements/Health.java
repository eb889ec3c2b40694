package dev.skytally.elements;

/**
 * What a navigation message or an almanac says of a satellite's health.
 *
 * @param isHealthy whether users may rely on its signals, by the system's own word
 * @param detail for people, for example {@code health 63 in its message of 2020-06-25T06:00:00Z}
 */
public record Health(boolean isHealthy, String detail) {}
