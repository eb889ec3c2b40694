package dev.skytally.report.text;

/** A labelled line below a result, for example "In view": "elevation 5 degrees or more; exact". */
public record Fact(String label, String value) {}
