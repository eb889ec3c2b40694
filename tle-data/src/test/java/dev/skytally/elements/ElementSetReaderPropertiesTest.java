package dev.skytally.elements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ElementSetReaderPropertiesTest {
  private static final int SATELLITES = 4;
  private static final List<ElementSet> SETS =
      BundledSnapshots.load(LocalDate.of(2022, 6, 16)).elementSets().subList(0, SATELLITES);
  private static final String LINES =
      String.join("\n", SETS.stream().map(ElementSet::text).toList()) + "\n";

  @Provide
  Arbitrary<Character> characters() {
    return Arbitraries.oneOf(
        Arbitraries.chars().all(),
        Arbitraries.chars().ascii(),
        Arbitraries.of('\n', '\r', ' ', '#', '0', '1', '2', '-', '{', '[', '<', '"', ',', '='));
  }

  @Property(tries = 5000)
  void oneDamagedCharacterNeverCostsAnotherSatellite(
      @ForAll @IntRange(max = 1 << 20) int place, @ForAll("characters") char character) {
    StringBuilder damaged = new StringBuilder(LINES);
    int index = place % LINES.length();
    damaged.setCharAt(index, character);
    int hit = 0;
    int endOfHit = SETS.get(0).text().length();
    while (endOfHit < index) {
      hit++;
      endOfHit += SETS.get(hit).text().length() + 1;
    }

    Snapshot snapshot = read(damaged.toString());

    for (int i = 0; i < SATELLITES; i++) {
      if (i != hit) {
        // With its end of line, a set takes along the name of the next, but not its elements.
        String survivor =
            i == hit + 1 && index == endOfHit ? withoutName(SETS.get(i)) : SETS.get(i).text();
        assertTrue(
            snapshot.elementSets().stream().anyMatch(set -> set.text().endsWith(survivor)),
            () -> "lost " + survivor + "\n" + snapshot);
      }
    }
    assertTrue(snapshot.problems().stream().noneMatch(p -> p.reason().contains("\n")));
  }

  private static String withoutName(ElementSet set) {
    return set.text().substring(set.text().indexOf('\n') + 1);
  }

  private static Snapshot read(String text) {
    try {
      return ElementSetReader.read(TextFile.of("x", text));
    } catch (IOException e) {
      return fail("nothing was good: " + e.getMessage());
    }
  }

  @Property
  void bytesAtRandomAreRefusedInOneLine(@ForAll byte[] bytes) throws IOException {
    try {
      ElementSetReader.read(TextFile.read("x", new ByteArrayInputStream(bytes)));
      fail("element sets were found in bytes at random");
    } catch (InputFormatException e) {
      assertOneLine(e);
    }
  }

  @Property
  void textAtRandomIsRefusedInOneLine(
      @ForAll("beginnings") String beginning, @ForAll("texts") String text) throws IOException {
    try {
      ElementSetReader.read(TextFile.of("x", beginning + text));
      fail("element sets were found in text at random");
    } catch (InputFormatException e) {
      assertOneLine(e);
    }
  }

  @Provide
  Arbitrary<String> beginnings() {
    return Arbitraries.of(
        "", "{\"", "[{\"", "<omm>", "<ndm><omm><", "OBJECT_NAME =", "EPOCH,MEAN_MOTION\n", "1 ");
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("\"{}[]<>/!?&;=,:.\\\n\r\t #-+12eENaomd\u00e9\uD83D");
  }

  @Property(tries = 3000)
  void oneDamagedCharacterOfAnOmmIsAtMostAnInputFormatException(
      @ForAll OmmReadersTest.Syntax syntax,
      @ForAll @IntRange(max = 1 << 20) int place,
      @ForAll("characters") char character)
      throws IOException {
    StringBuilder damaged =
        new StringBuilder(syntax.file(SETS.stream().map(OmmText::keywords).toList()));
    damaged.setCharAt(place % damaged.length(), character);
    try {
      Snapshot snapshot = ElementSetReader.read(TextFile.of("x", damaged.toString()));
      assertTrue(snapshot.problems().stream().noneMatch(p -> p.reason().contains("\n")));
    } catch (InputFormatException e) {
      assertOneLine(e);
    }
  }

  @Property
  void everyCatalogNumberToTheEndOfAlpha5IsRead(
      @ForAll @IntRange(min = 1, max = 339_999) int number) {
    String alpha5 =
        number < 100_000
            ? String.format(Locale.ROOT, "%05d", number)
            : "ABCDEFGHJKLMNPQRSTUVWXYZ".charAt(number / 10_000 - 10)
                + String.format(Locale.ROOT, "%04d", number % 10_000);
    List<String> lines = SETS.get(0).text().lines().toList();
    String text = withNumber(lines.get(1), alpha5) + "\n" + withNumber(lines.get(2), alpha5);
    assertEquals(number, read(text).elementSets().get(0).catalogNumber());
    List<String> readLines = text.lines().toList();
    assertEquals(
        OrekitReference.tle(readLines.get(0), readLines.get(1)).getSatelliteNumber(), number);
  }

  private static String withNumber(String line, String columns) {
    String body = line.substring(0, 2) + columns + line.substring(7, 68);
    int sum = body.replace('-', '1').chars().filter(Character::isDigit).map(c -> c - '0').sum();
    return body + sum % 10;
  }

  private static void assertOneLine(InputFormatException e) {
    assertTrue(e.getMessage().startsWith("x"), e::getMessage);
    assertEquals(1, e.getMessage().lines().count(), e::getMessage);
  }
}
