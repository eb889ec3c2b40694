package dev.skytally.report.draw;

import dev.skytally.report.text.Fact;
import dev.skytally.report.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Draws labelled facts at the bottom of a picture. */
public final class FactsSvg {
  private static final int TEXT_SIZE = 13;
  private static final int LINE_HEIGHT = 18;

  /** The least distance from the beginning of a label to its fact, and from its end. */
  private static final int LEAST_INDENT = 85;

  private static final int GAP = 12;

  private record Line(String label, String words) {}

  private final List<Line> lines = new ArrayList<>();
  private final double indent;

  public FactsSvg(List<Fact> facts, double width) {
    double widest =
        facts.stream()
            .mapToDouble(fact -> Typeface.REGULAR.width(fact.label(), TEXT_SIZE))
            .max()
            .orElse(0);
    indent = Math.max(LEAST_INDENT, widest + GAP);
    Predicate<String> fits = words -> Typeface.REGULAR.width(words, TEXT_SIZE) <= width - indent;
    for (Fact fact : facts) {
      String label = fact.label();
      for (String words : Words.lines(fact.value(), fits)) {
        lines.add(new Line(label, words));
        label = "";
      }
    }
  }

  public double height() {
    return lines.size() * LINE_HEIGHT;
  }

  public void draw(SvgText svg, double left, double top) {
    svg.begin("g", "font-size", TEXT_SIZE, "fill", SvgText.LIGHT_INK);
    for (int i = 0; i < lines.size(); i++) {
      double y = top + TEXT_SIZE + i * LINE_HEIGHT;
      if (!lines.get(i).label.isEmpty()) {
        svg.words(left, y, lines.get(i).label, "fill", SvgText.INK);
      }
      svg.words(left + indent, y, lines.get(i).words);
    }
    svg.end("g");
  }
}
