package dev.skytally.report.draw;

import dev.skytally.input.TextFile;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
 * <p>Letters go from left to right at their own widths, without kerning, ligatures or joined
 * letters. A letter that DejaVu Sans lacks is drawn as a box. Thread-safe.
 */
public final class Typeface {
  public static final Typeface REGULAR = new Typeface("DejaVuSans.ttf");
  public static final Typeface BOLD = new Typeface("DejaVuSans-Bold.ttf");

  /** The name of the font family in SVG. */
  static final String FAMILY = "DejaVu Sans";

  /** The tables that a browser needs in a font with only some letters. */
  private static final List<String> SUBSET_TABLES =
      List.of("OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post");

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

  /** Returns the width of a line of words, in the unit of the size. */
  public synchronized double width(String words, double size) {
    long units = 0;
    for (int codePoint : TextFile.printable(words).codePoints().toArray()) {
      units += metrics.getAdvanceWidth(glyphIds.getGlyphId(codePoint));
    }
    return units * size / unitsPerEm;
  }

  /**
   * Returns the outlines of a line of words.
   *
   * @param x the left end
   * @param y the baseline, downwards
   */
  public synchronized Path2D outline(String words, double x, double y, double size) {
    Path2D outline = new Path2D.Double();
    double scale = size / unitsPerEm;
    long units = 0;
    try {
      for (int codePoint : TextFile.printable(words).codePoints().toArray()) {
        int glyphId = glyphIds.getGlyphId(codePoint);
        GlyphData glyph = glyphs.getGlyph(glyphId);
        if (glyph != null) {
          AffineTransform place = new AffineTransform(scale, 0, 0, -scale, x + units * scale, y);
          outline.append(glyph.getPath().getPathIterator(place), false);
        }
        units += metrics.getAdvanceWidth(glyphId);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
    return outline;
  }

  /**
   * Returns a TrueType font with only some letters.
   *
   * @param codePoints Unicode code points; those that DejaVu Sans lacks are ignored
   */
  synchronized byte[] subset(Set<Integer> codePoints) {
    try {
      TTFSubsetter subsetter = new TTFSubsetter(font, SUBSET_TABLES);
      subsetter.addAll(codePoints);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      subsetter.writeToStream(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
  }
}
