package dev.skytally.report.setting;

/**
 * A difference from the default choice of satellites.
 *
 * @param key the difference: {@code status.all}, {@code status.transmitting}, {@code healthy},
 *     {@code with}, {@code without} or {@code only}
 * @param value the satellites or the file; empty if the key needs none
 */
public record Choice(String key, String value) {}
