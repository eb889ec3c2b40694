package dev.skytally.satellites;

/**
 * Something that a snapshot holds and a constellation leaves out, and why.
 *
 * <p>What many objects share is told once for all of them, as "11,234 objects are not satellites of
 * the six navigation systems": then the catalogue number is 0 and the name empty.
 *
 * @param catalogNumber the catalogue number; 0 if it could not be read or many are meant
 * @param name as published; may be empty
 * @param reason for people, as {@code status is test on 2020-11-25}
 */
public record Exclusion(int catalogNumber, String name, String reason) {}
