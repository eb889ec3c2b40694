package dev.skytally.cli.option;

import dev.skytally.cli.console.Console;
import dev.skytally.report.draw.PictureStyle;
import dev.skytally.report.draw.SvgPicture;
import dev.skytally.report.text.Language;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The options for the title, the size and the language of a picture. */
public final class PictureOptions {
  private static final int NARROWEST_PIXELS = 200;
  private static final int WIDEST_PIXELS = 8000;

  private final CommandSpec command;

  private final OptionSpec title =
      Heading.option(Heading.OUTPUT, "--title")
          .paramLabel("TEXT")
          .type(String.class)
          .description("Title of a picture, instead of the default one.")
          .build();

  private final OptionSpec width =
      Heading.option(Heading.OUTPUT, "--width")
          .paramLabel("PIXELS")
          .type(Integer.class)
          .converters(new Arguments.Positive())
          .description("Width of a picture, 200 to 8000 pixels; the picture is scaled to it.")
          .build();

  /** More letters would not help to find the words. */
  private static final int MOST_LETTERS = 20;

  private final OptionSpec language =
      Heading.option(Heading.OUTPUT, "--language")
          .paramLabel("CODE")
          .type(Language.class)
          .converters(new Arguments.Constant<>(Language.values(), "en, zh, es, fr, de or ru"))
          .description("Language of a picture: en, zh, es, fr, de or ru (default: en).")
          .build();

  public PictureOptions(CommandSpec command) {
    this.command = command;
    command.addOption(title).addOption(width).addOption(language);
  }

  /**
   * Rejects options without a picture, and a width out of range.
   *
   * @param file the option that names the file of the picture
   */
  public void requireUse(boolean draws, String file, Console console) {
    for (OptionSpec option : List.of(title, width, language)) {
      if (!draws && option.getValue() != null) {
        throw withoutPicture(option, file, console);
      }
    }
    Integer pixels = width.getValue();
    if (pixels != null && (pixels < NARROWEST_PIXELS || pixels > WIDEST_PIXELS)) {
      throw wrongUsage("--width: \"" + pixels + "\", expected 200 to 8000 pixels");
    }
  }

  /** Returns the exception to throw for an option without a picture. */
  public ParameterException withoutPicture(OptionSpec option, String file, Console console) {
    return wrongUsage(
        option.longestName()
            + " is for pictures, give "
            + console.words(
                file + " with a name that ends in .png or .svg, or --format png",
                "--format png or svg"));
  }

  public PictureStyle style() {
    Language given = language.getValue();
    return new PictureStyle(
        Optional.ofNullable(title.getValue()), given == null ? Language.EN : given);
  }

  public OptionalInt widthPixels() {
    Integer pixels = width.getValue();
    return pixels == null ? OptionalInt.empty() : OptionalInt.of(pixels);
  }

  /** Draws a picture. */
  public byte[] draw(
      Console console, PictureFormat format, Function<PictureStyle, SvgPicture> drawing) {
    SvgPicture picture = drawing.apply(style());
    warnOfBoxes(console, picture);
    return format.bytes(picture, widthPixels());
  }

  /** Warns of letters that no font has, for example Arabic ones in the name of a site. */
  public void warnOfBoxes(Console console, SvgPicture picture) {
    Set<String> missing = picture.missingLetters();
    if (!missing.isEmpty()) {
      console.warn(
          "letters drawn as boxes, because the fonts of pictures lack them: %s"
              .formatted(missing.stream().limit(MOST_LETTERS).collect(Collectors.joining(" "))));
    }
  }

  private ParameterException wrongUsage(String problem) {
    return new ParameterException(command.commandLine(), problem);
  }
}
