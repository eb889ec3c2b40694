package dev.skytally.cli.console;

import static java.util.Collections.singletonList;

import dev.skytally.input.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * A file to write, given by an option.
 *
 * @param command the command that has the option
 * @param otherwise what else the option accepts, as the end of a sentence; may be empty
 */
public record OutputFile(CommandSpec command, String option, Path path, String otherwise) {

  /** Fails before a long job, rather than after it, if the file cannot be written. */
  public void requireWritable() throws IOException, JobFailedException {
    if (path.toString().isEmpty()) {
      throw new JobFailedException(option + " is empty, expected a file" + otherwise);
    }
    if (Files.isDirectory(path)) {
      throw failure("is a folder, expected a file");
    }
    if (Files.exists(path) && !Files.isWritable(path)) {
      throw failure("permission denied");
    }
    if (ResultFile.isDevice(path)) {
      return;
    }
    requireOwnFile();
    Path folder = (Files.exists(path) ? path.toRealPath() : path.toAbsolutePath()).getParent();
    if (!Files.isDirectory(folder)) {
      throw failure("there is no folder " + folder);
    }
    if (!Files.isWritable(folder)) {
      throw failure("permission denied to write in " + folder);
    }
  }

  /** Fails if another option or argument names the same file. */
  private void requireOwnFile() throws JobFailedException {
    for (ArgSpec other : command.args()) {
      Object value = other.getValue();
      List<?> values = value instanceof List<?> all ? all : singletonList(value);
      if (!nameOf(other).equals(option) && values.stream().anyMatch(this::isSameFile)) {
        throw failure("is also given as " + nameOf(other) + ", expected another file");
      }
    }
  }

  private static String nameOf(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.names()[0] : argument.paramLabel();
  }

  private boolean isSameFile(Object value) {
    try {
      return value instanceof Path other && real(path).equals(real(other));
    } catch (IOException e) {
      return false;
    }
  }

  private static Path real(Path file) throws IOException {
    return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath().normalize();
  }

  public void write(byte[] content) throws JobFailedException {
    write(out -> out.write(content));
  }

  public void write(ResultFile.Content content) throws JobFailedException {
    try {
      ResultFile.write(path, content);
    } catch (IOException e) {
      throw failure("cannot be written, and stays as it was: " + Reason.withoutPath(e));
    }
  }

  /** Returns the ending of a file's name after the last dot, in lower case; empty without one. */
  public static String ending(Path path) {
    String name = String.valueOf(path.getFileName());
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the error for a name whose ending is none of the known formats.
   *
   * @param endings the known ones, for example {@code .svg or .png}
   */
  public static ParameterException unknownEnding(
      CommandSpec command, String option, Path path, String endings) {
    return new ParameterException(
        command.commandLine(),
        option
            + ": "
            + TextFile.quoted(path.toString())
            + ", expected a name that ends in "
            + endings);
  }

  private JobFailedException failure(String reason) {
    return new JobFailedException(option + " " + path + ": " + reason);
  }
}
