package dev.skytally.cli.console;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Explains to people why a file could not be used. */
public final class Reason {
  private Reason() {}

  /** Explains a problem, with the path if it is about a file. */
  public static String withPath(Exception problem) {
    String message = String.valueOf(problem.getMessage());
    if (problem instanceof NoSuchFileException) {
      return message + ": there is no such file";
    }
    if (problem instanceof AccessDeniedException) {
      return message + ": permission denied";
    }
    if (problem instanceof FileAlreadyExistsException) {
      return message + ": is a file, expected a folder";
    }
    if (problem instanceof FileSystemException) {
      return message;
    }
    return oneLine(message);
  }

  /** Explains a problem without the path, which may not be the one that the user gave. */
  public static String withoutPath(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    return String.valueOf(reason).replace('\n', ' ');
  }

  public static String oneLine(String message) {
    return message.replace("\r", "").replace('\n', ' ');
  }
}
