/**
 * Toolkit for text: tables, CSV, JSON, numbers, moments, sentences.
 *
 * <p>Takes values. Returns text that is the same in every locale.
 *
 * <p>Knows no subject and no satellites.
 */
package dev.skytally.report.text;
