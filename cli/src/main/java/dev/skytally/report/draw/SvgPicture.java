package dev.skytally.report.draw;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** A finished picture that can be written as SVG or PNG, with the same letters in both. */
public final class SvgPicture {
  /**
   * One line of words.
   *
   * @param at the position of its element in the text of the elements
   * @param text the beginning of its element as text
   * @param outline the beginning of its element as an outline
   */
  record Line(int at, String text, String outline, Style style, double x, double y, String words) {}

  /** The style of words: size in pixels, weight, and the part of the width left of {@code x}. */
  record Style(double size, Typeface typeface, double anchor) {
    static final Style DEFAULT = new Style(16, Typeface.REGULAR, 0);

    /** Returns this style changed by attributes, which are names and values in turn. */
    Style with(Object... attributes) {
      Style style = this;
      for (int i = 0; i < attributes.length; i += 2) {
        Object value = attributes[i + 1];
        style =
            switch (attributes[i].toString()) {
              case "font-size" ->
                  new Style(((Number) value).doubleValue(), style.typeface, style.anchor);
              case "font-weight" ->
                  new Style(
                      style.size,
                      value.equals("bold") ? Typeface.BOLD : Typeface.REGULAR,
                      style.anchor);
              case "text-anchor" ->
                  new Style(
                      style.size,
                      style.typeface,
                      value.equals("end") ? 1 : value.equals("middle") ? 0.5 : 0);
              default -> style;
            };
      }
      return style;
    }
  }

  private final int width;
  private final int height;
  private final String head;
  private final String elements;
  private final List<Line> lines;

  /**
   * Creates a picture.
   *
   * @param width of the picture as drawn, in pixels
   * @param head the elements at the beginning
   * @param elements all other elements except words
   * @param lines the words, in their order
   */
  SvgPicture(int width, int height, String head, String elements, List<Line> lines) {
    this.width = width;
    this.height = height;
    this.head = head;
    this.elements = elements;
    this.lines = List.copyOf(lines);
  }

  /** Returns the letters that are drawn as boxes, because the fonts lack them. */
  public Set<String> missingLetters() {
    Set<String> missing = new TreeSet<>();
    for (Line line : lines) {
      line.words
          .codePoints()
          .filter(letter -> !line.style.typeface.has(letter))
          .forEach(letter -> missing.add(Character.toString(letter)));
    }
    return missing;
  }

  /**
   * Returns SVG whose words are text, which can be searched, copied and read aloud. It contains a
   * font with the letters that it needs, for viewers that support this.
   *
   * @param wantedWidth the width in pixels; by default that of the picture as drawn
   */
  public byte[] svg(OptionalInt wantedWidth) {
    return document(wantedWidth.orElse(width), fonts(), SvgPicture::text)
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Returns PNG.
   *
   * @param wantedWidth the width in dots; by default two dots per pixel, for sharp pictures on
   *     screens and in print
   */
  public byte[] png(OptionalInt wantedWidth) {
    return PngImage.of(document(wantedWidth.orElse(2 * width), "", SvgPicture::outline));
  }

  private interface Writer {
    void write(StringBuilder target, Line line);
  }

  private String document(int wantedWidth, String fonts, Writer writer) {
    StringBuilder text = new StringBuilder(elements.length() + 65_536);
    text.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"");
    text.append(wantedWidth).append("\" height=\"");
    text.append(Math.round((double) height * wantedWidth / width));
    text.append("\" viewBox=\"0 0 ").append(width).append(' ').append(height);
    text.append("\" font-family=\"").append(Typeface.FAMILY).append(", sans-serif\">\n");
    text.append(head).append(fonts);
    int from = 0;
    for (Line line : lines) {
      text.append(elements, from, line.at);
      writer.write(text, line);
      from = line.at;
    }
    return text.append(elements, from, elements.length()).append("</svg>\n").toString();
  }

  private static void text(StringBuilder target, Line line) {
    target.append(line.text).append('>').append(SvgText.escaped(line.words)).append("</text>\n");
  }

  private static void outline(StringBuilder target, Line line) {
    Style style = line.style;
    double width = style.anchor == 0 ? 0 : style.typeface.width(line.words, style.size);
    double left = line.x - style.anchor * width;
    target.append(line.outline).append(" d=\"");
    target.append(SvgText.data(style.typeface.outline(line.words, left, line.y, style.size), 2));
    target.append("\"/>\n");
  }

  private String fonts() {
    Map<Typeface, Set<Integer>> letters = new LinkedHashMap<>();
    for (Line line : lines) {
      Set<Integer> codePoints =
          letters.computeIfAbsent(line.style.typeface, typeface -> new TreeSet<>());
      line.words.codePoints().forEach(codePoints::add);
    }
    StringBuilder style = new StringBuilder("<style>");
    letters.forEach(
        (typeface, codePoints) -> {
          String weight = typeface == Typeface.BOLD ? "bold" : "normal";
          appendFont(style, weight, typeface, codePoints);
          typeface
              .others(codePoints)
              .forEach((other, some) -> appendFont(style, weight, other, some));
        });
    return style.append("</style>\n").toString();
  }

  /** Appends a font with some letters; fonts of one family and weight add up by their letters. */
  private static void appendFont(
      StringBuilder style, String weight, Typeface typeface, Set<Integer> codePoints) {
    style.append("@font-face{font-family:\"").append(Typeface.FAMILY).append("\";");
    style.append("font-weight:").append(weight);
    if (typeface != Typeface.REGULAR && typeface != Typeface.BOLD) {
      String ranges =
          codePoints.stream().map(c -> "U+" + Integer.toHexString(c)).collect(joining(","));
      style.append(";unicode-range:").append(ranges);
    }
    style.append(";src:url(data:font/ttf;base64,");
    style.append(Base64.getEncoder().encodeToString(typeface.subset(codePoints)));
    style.append(")}\n");
  }
}
