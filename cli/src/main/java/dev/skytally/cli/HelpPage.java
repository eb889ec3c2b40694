package dev.skytally.cli;

import dev.skytally.cli.option.Heading;
import dev.skytally.report.text.Words;
import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Help pages with options under headings, in lines of at most 80 columns.
 *
 * <p>Picocli also breaks lines within words, for example after the dot of {@code FILE.html}. So it
 * writes lines of {@link #UNBROKEN_WIDTH}, which this class breaks between words.
 */
final class HelpPage implements IHelpFactory {
  static final int UNBROKEN_WIDTH = 1000;

  @Override
  public Help create(CommandSpec command, Help.ColorScheme colors) {
    return new Help(command, colors) {
      @Override
      public String optionList() {
        return optionsUnderHeadings(this);
      }
    };
  }

  private static String optionsUnderHeadings(Help help) {
    CommandSpec command = help.commandSpec();
    StringBuilder list = new StringBuilder();
    for (Heading heading : Heading.values()) {
      List<OptionSpec> options = command.options().stream().filter(heading::holds).toList();
      if (!options.isEmpty()) {
        boolean isFirst = list.isEmpty() && command.positionalParameters().isEmpty();
        Help.Layout layout = help.createDefaultLayout();
        layout.addOptions(options, help.parameterLabelRenderer());
        list.append(isFirst ? "" : "\n").append(heading.title()).append(":\n").append(layout);
      }
    }
    return list.toString();
  }

  /** Breaks the lines that picocli wrote, and indents what follows to the column of the words. */
  static String inLines(String written) {
    StringBuilder page = new StringBuilder();
    int column = 0;
    for (String line : written.lines().toList()) {
      int begin = line.length() - line.stripLeading().length();
      int gap = line.lastIndexOf("  ");
      boolean fillsItsColumn = line.startsWith("-", begin) && gap < begin;
      if (!fillsItsColumn) {
        column = gap < 0 ? 0 : gap + 2;
      }
      Words.append(page, line, column);
    }
    return page.toString();
  }
}
