package dev.skytally.report.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Widths and outlines in units of DejaVu Sans 2.37, as fontTools 4.57 reads them. */
class TypefaceTest {
  private static final int UNITS_PER_EM = 2048;

  @ParameterizedTest
  @CsvSource({
    "BeiDou 142, 11922, 13205",
    "Škoda °→, 9685, 10545",
    "中, 2048, 2048",
    "あ, 1229, 1229",
    "'', 0, 0",
  })
  void linesAreAsWideAsTheirLetters(String words, double regular, double bold) {
    assertEquals(regular, Typeface.REGULAR.width(words, UNITS_PER_EM));
    assertEquals(bold, Typeface.BOLD.width(words, UNITS_PER_EM));
    assertEquals(regular / 2, Typeface.REGULAR.width(words, UNITS_PER_EM / 2.0));
  }

  /** A space has no outline, but a width: 651 units. */
  @Test
  void lettersStandOnTheBaseline() {
    Rectangle2D bounds = Typeface.REGULAR.outline(" H", 10, 5000, UNITS_PER_EM).getBounds2D();
    assertEquals(new Rectangle2D.Double(10 + 651 + 201, 5000 - 1493, 1339 - 201, 1493), bounds);
  }

  @Test
  void letterThatTheFontsLackIsABox() {
    Rectangle2D bounds = Typeface.BOLD.outline("あ", 0, 0, UNITS_PER_EM).getBounds2D();
    assertEquals(new Rectangle2D.Double(102, -1444, 1126 - 102, 1444 + 362), bounds);
  }

  /** FontBox warns that this font has no PostScript names. */
  @Test
  void readingTheChineseFontLogsNothing() throws IOException {
    List<String> logged = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            logged.add(line.getLoggerName() + ": " + line.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger root = Logger.getLogger("");
    root.addHandler(handler);
    try (InputStream font = Typeface.REGULAR.getClass().getResourceAsStream("NotoSansSC.ttf")) {
      TrueTypeFont chinese = new TTFParser().parse(new RandomAccessReadBuffer(font.readAllBytes()));
      assertTrue(chinese.getUnicodeCmapLookup().getGlyphId('中') > 0);
      assertTrue(chinese.getPostScript().getGlyphNames() == null);
    } finally {
      root.removeHandler(handler);
    }
    assertEquals(List.of(), logged);
  }

  @Test
  void subsetHoldsItsLettersAtTheirWidthsAndIsSmall() throws IOException {
    String words = "Sky over São Tomé, 30°";
    Set<Integer> letters = words.codePoints().boxed().collect(Collectors.toSet());
    byte[] subset = Typeface.REGULAR.subset(letters);
    assertTrue(subset.length < 20_000, "" + subset.length);
    TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(subset));
    assertEquals(UNITS_PER_EM, font.getUnitsPerEm());
    double width = 0;
    for (int letter : words.codePoints().toArray()) {
      int glyphId = font.getUnicodeCmapLookup().getGlyphId(letter);
      assertTrue(glyphId != 0, Character.toString(letter));
      width += font.getAdvanceWidth(glyphId);
    }
    assertEquals(Typeface.REGULAR.width(words, UNITS_PER_EM), width);
  }

  @Test
  void controlCharactersAreMeasuredAsTheyAreDrawn() {
    for (String words : Stream.of("a\nb", "a\u001bb").toList()) {
      double outlined = Typeface.REGULAR.outline(words, 0, 0, UNITS_PER_EM).getBounds2D().getMaxX();
      assertTrue(outlined <= Typeface.REGULAR.width(words, UNITS_PER_EM));
    }
  }
}
