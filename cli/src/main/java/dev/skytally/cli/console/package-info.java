/**
 * The program's connection to the outside: streams, environment, clock, files.
 *
 * <p>Takes texts and bytes. Prints results and warnings, shows progress, and writes a file whole or
 * not at all. Foreign text cannot control the terminal.
 *
 * <p>Knows neither satellites nor commands.
 */
package dev.skytally.cli.console;
