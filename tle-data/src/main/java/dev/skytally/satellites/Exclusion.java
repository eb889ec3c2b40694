package dev.skytally.satellites;

/**
 * Something that a snapshot holds and a constellation leaves out, and why.
 *
 * @param catalogNumber the catalogue number, or 0 if it could not be read
 * @param name as published; may be empty
 * @param reason for people, as {@code "status is test on 2020-11-25, operational was asked for"}
 */
public record Exclusion(int catalogNumber, String name, String reason) {}
