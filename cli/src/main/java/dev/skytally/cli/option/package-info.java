/**
 * Groups of options that several commands share.
 *
 * <p>Takes the values that a user gives. Returns questions and parts of them, or an error that says
 * what was expected. Prints notices as warnings.
 *
 * <p>No package outside of the command line may use it.
 */
package dev.skytally.cli.option;
