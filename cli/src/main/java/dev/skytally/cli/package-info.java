/**
 * The commands of the program: options in, report out.
 *
 * <p>{@link dev.skytally.cli.Main} takes the arguments and returns an exit code. Each command turns
 * its options into a question of the library and prints the report.
 *
 * <p>Computes no figures. No other package may use it.
 */
package dev.skytally.cli;
