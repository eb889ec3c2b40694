package dev.skytally.report.draw;

import java.util.function.BiConsumer;

/** Draws the legend of a picture: signs followed by words, in as many lines as needed. */
public final class LegendSvg {
  private static final int TEXT_SIZE = 14;
  private static final int LINE_HEIGHT = 28;

  private static final double SIGN_GAP = 8;
  private static final double GAP = 20;

  private final SvgText svg;
  private final double left;
  private final double right;
  private final double signWidth;
  private double x;
  private double y;

  /**
   * Begins a legend.
   *
   * @param firstY the baseline of its first line
   */
  public LegendSvg(SvgText svg, double left, double firstY, double right, double signWidth) {
    this.svg = svg;
    this.left = left;
    this.right = right;
    this.signWidth = signWidth;
    x = left;
    y = firstY;
  }

  /**
   * Adds a sign and words.
   *
   * @param sign draws the sign around the given {@code x} and {@code y}
   */
  public void add(String words, BiConsumer<Double, Double> sign) {
    double width = signWidth + SIGN_GAP + width(words);
    if (x > left && x + width > right) {
      newLine();
    }
    sign.accept(x + signWidth / 2, y - 5);
    x += signWidth + SIGN_GAP;
    add(words);
  }

  /** Adds a system's mark and words. */
  public void add(String words, SystemMark mark) {
    add(
        words,
        (atX, atY) -> svg.element("path", "d", mark.path(atX, atY, 7), "fill", mark.color()));
  }

  /** Adds words without a sign. */
  public void add(String words) {
    svg.words(x, y, words, "font-size", TEXT_SIZE, "fill", SvgText.INK);
    x += width(words) + GAP;
  }

  private static double width(String words) {
    return Typeface.REGULAR.width(words, TEXT_SIZE);
  }

  public void newLine() {
    x = left;
    y += LINE_HEIGHT;
  }

  /** Returns the baseline of the last line. */
  public double lastY() {
    return y;
  }
}
