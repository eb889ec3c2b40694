package dev.skytally.cli;

import dev.skytally.report.text.Words;

/**
 * Help pages in lines of at most 80 columns, broken between words alone. Picocli's own lines end
 * within words too, as after the dot of {@code FILE.html}, so it is given room for whatever it
 * says.
 */
final class HelpPage {
  static final int UNBROKEN_WIDTH = 1000;

  private HelpPage() {}

  /**
   * What picocli wrote in lines of {@link #UNBROKEN_WIDTH}, in ones that go on under the column of
   * the words.
   */
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
