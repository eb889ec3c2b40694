package dev.skytally.report.draw;

import dev.skytally.input.TextFile;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.GlyphTable;
import org.apache.fontbox.ttf.HorizontalMetricsTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The font of all pictures, the bundled DejaVu Sans. So a picture depends neither on the fonts of a
 * machine nor on Java's font support, which headless packages lack.
 *
 * <p>Chinese characters are those of the bundled Noto Sans SC, which has the 3755 most frequent
 * ones (GB 2312, level 1) and those of {@code Language}, in one weight. Letters go from left to
 * right at their own widths, without kerning, ligatures or joined letters. A letter that both lack
 * is drawn as a box. Thread-safe.
 */
public final class Typeface {
  public static final Typeface REGULAR = new Typeface("DejaVuSans.ttf");
  public static final Typeface BOLD = new Typeface("DejaVuSans-Bold.ttf");

  /** The name of the font family in SVG. */
  static final String FAMILY = "DejaVu Sans";

  /** The tables that a browser needs in a font with only some letters. */
  private static final List<String> SUBSET_TABLES =
      List.of("OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post");

  private static final int FIRST_CHINESE = 0x2e80;

  /** The Chinese characters, read when the first of them is needed. */
  private static final class Chinese {
    static final Typeface TYPEFACE = new Typeface("NotoSansSC.ttf");

    private Chinese() {}
  }

  private final TrueTypeFont font;
  private final GlyphTable glyphs;
  private final HorizontalMetricsTable metrics;
  private final CmapLookup glyphIds;
  private final double unitsPerEm;

  private Typeface(String resource) {
    try (InputStream in =
        Objects.requireNonNull(Typeface.class.getResourceAsStream(resource), resource)) {
      font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
      glyphs = font.getGlyph();
      metrics = font.getHorizontalMetrics();
      glyphIds = font.getUnicodeCmapLookup();
      unitsPerEm = font.getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }

  /** Returns the typeface that has a letter: this one, or the one of Chinese characters. */
  private Typeface of(int codePoint) {
    boolean isChinese = codePoint >= FIRST_CHINESE && glyphIds.getGlyphId(codePoint) == 0;
    return isChinese && Chinese.TYPEFACE.glyphIds.getGlyphId(codePoint) != 0
        ? Chinese.TYPEFACE
        : this;
  }

  /** Returns whether a letter has an outline; otherwise it is drawn as a box. */
  boolean has(int codePoint) {
    return of(codePoint).glyphIds.getGlyphId(codePoint) != 0;
  }

  /** Returns the width of a line of words, in the unit of the size. */
  public synchronized double width(String words, double size) {
    double width = 0;
    for (int codePoint : TextFile.printable(words).codePoints().toArray()) {
      width += of(codePoint).widthInEms(codePoint);
    }
    return width * size;
  }

  private double widthInEms(int codePoint) {
    return metrics.getAdvanceWidth(glyphIds.getGlyphId(codePoint)) / unitsPerEm;
  }

  /**
   * Returns the outlines of a line of words.
   *
   * @param x the left end
   * @param y the baseline, downwards
   */
  public synchronized Path2D outline(String words, double x, double y, double size) {
    Path2D outline = new Path2D.Double();
    double left = x;
    for (int codePoint : TextFile.printable(words).codePoints().toArray()) {
      Typeface typeface = of(codePoint);
      typeface.append(outline, codePoint, left, y, size);
      left += typeface.widthInEms(codePoint) * size;
    }
    return outline;
  }

  private void append(Path2D outline, int codePoint, double x, double y, double size) {
    double scale = size / unitsPerEm;
    try {
      GlyphData glyph = glyphs.getGlyph(glyphIds.getGlyphId(codePoint));
      if (glyph != null) {
        AffineTransform place = new AffineTransform(scale, 0, 0, -scale, x, y);
        outline.append(glyph.getPath().getPathIterator(place), false);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
  }

  /** Returns the letters that another typeface draws, by that typeface; empty if there are none. */
  Map<Typeface, Set<Integer>> others(Set<Integer> codePoints) {
    Set<Integer> chinese = new TreeSet<>();
    for (int codePoint : codePoints) {
      if (of(codePoint) != this) {
        chinese.add(codePoint);
      }
    }
    return chinese.isEmpty() ? Map.of() : Map.of(Chinese.TYPEFACE, chinese);
  }

  /**
   * Returns a TrueType font with only some letters.
   *
   * @param codePoints Unicode code points; those that the typeface lacks are ignored, and those
   *     beyond U+FFFF, which FontBox rejects
   */
  synchronized byte[] subset(Set<Integer> codePoints) {
    try {
      TTFSubsetter subsetter = new TTFSubsetter(font, SUBSET_TABLES);
      codePoints.stream().filter(Character::isBmpCodePoint).forEach(subsetter::add);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      subsetter.writeToStream(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
  }
}
