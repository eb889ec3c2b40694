package dev.skytally.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.skytally.satellites.GnssSystem;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchSourceTest {
  private static FetchSource group(String service, String group, FetchSource.Format format) {
    return FetchSource.group(URI.create(service), group, format);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://celestrak.org/NORAD/elements/gp.php?GROUP=gnss&FORMAT=json",
        "https://celestrak.org/NORAD/elements/gp.php?FORMAT=csv&GROUP=GNSS",
        "https://celestrak.org/NORAD/elements/gp.php?group=gnss",
        "http://celestrak.org/NORAD/elements/gp.php?GROUP=gnss",
        "HTTPS://CelesTrak.ORG:443/NORAD/elements/gp.php?GROUP=gnss",
        "https://www.celestrak.org//NORAD/./elements/gp.php?GROUP=gn%73s"
      })
  void oneRequestHasOneLimitHoweverItIsSpelt(String address) {
    FetchSource group = FetchSource.group(FetchSource.CELESTRAK, "gnss", FetchSource.Format.JSON);
    assertEquals(group.limitedAs(), FetchSource.address(URI.create(address)).limitedAs());
  }

  @Test
  void otherGroupsServersAndFilesHaveLimitsOfTheirOwn() {
    String gnss = group("http://127.0.0.1:8000/gp.php", "gnss", FetchSource.Format.CSV).limitedAs();
    for (String other :
        new String[] {
          "http://127.0.0.1:8001/gp.php?GROUP=gnss",
          "http://127.0.0.1:8000/GP.php?GROUP=gnss",
          "http://127.0.0.1:8000/gp.php?GROUP=galileo",
          "http://127.0.0.1:8000/gp.php"
        }) {
      assertNotEquals(gnss, FetchSource.address(URI.create(other)).limitedAs());
    }
  }

  /** CelesTrak's group gnss has all systems, and a group of its own has one. */
  @Test
  void groupsHoldWholeSystems() {
    URI celestrak = FetchSource.CELESTRAK;
    assertEquals(
        EnumSet.allOf(GnssSystem.class),
        FetchSource.group(celestrak, "GNSS", FetchSource.Format.CSV).systems());
    assertEquals(
        Set.of(GnssSystem.BDS),
        FetchSource.group(celestrak, "beidou", FetchSource.Format.CSV).systems());
    assertEquals(
        Set.of(), FetchSource.group(celestrak, "stations", FetchSource.Format.CSV).systems());
  }

  @Test
  void textWithASchemeIsAnAddressAndAnyOtherAFile() {
    assertEquals(
        Optional.of(URI.create("https://example.org/gnss.json")),
        FetchSource.addressOf("https://example.org/gnss.json"));
    assertEquals(Optional.empty(), FetchSource.addressOf("folder/gnss.json"));
    assertTrue(FetchSource.file(Path.of("gnss.json")).isFile());
    assertFalse(FetchSource.address(URI.create("https://example.org/gnss.json")).isFile());
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> FetchSource.addressOf("https://example.org/a b?key=secret"))
            .getMessage();
    assertTrue(message.startsWith("\"https://example.org/a b?key="), message);
    assertFalse(message.contains("secret"), message);
  }

  @Test
  void passwordsAreRefusedAndNotRepeated() {
    URI address = URI.create("https://me:secret@example.org/gnss.json");
    String message =
        assertThrows(IllegalArgumentException.class, () -> FetchSource.address(address))
            .getMessage();
    assertTrue(message.contains("example.org holds a name or a password"), message);
    assertFalse(message.contains("secret"), message);
  }

  @Test
  void secretsOfAQueryAreHiddenWhereverAnAddressIsShownOrKept() {
    URI address = URI.create("https://example.org/a.json?token=s3cret&GROUP=gnss&s3cret");
    FetchSource source = FetchSource.address(address);
    assertEquals("https://example.org/a.json?token=***&GROUP=gnss&***", source.name());
    assertEquals(source.name(), source.toString());
    assertFalse(source.limitedAs().toLowerCase(Locale.ROOT).contains("s3cret"), source.limitedAs());
    for (String refused :
        List.of(
            "ftp://example.org/?token=s3cret",
            "https://example.org/a?token=s3cret#part",
            "https://example.org/a#token=s3cret",
            "https://me:s3/cret@example.org/s3cret@b")) {
      String message =
          assertThrows(
                  IllegalArgumentException.class, () -> FetchSource.address(URI.create(refused)))
              .getMessage();
      assertFalse(message.contains("s3cret"), message);
    }
    for (String noAddress :
        List.of("https://me:s3cret@example.org/a b", "https://example.org/a b?s3cret")) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> FetchSource.addressOf(noAddress))
              .getMessage();
      assertFalse(message.contains("s3cret"), message);
    }
  }

  @Test
  void filesToldByTheQueryHaveLimitsOfTheirOwn() {
    assertNotEquals(
        FetchSource.address(URI.create("https://example.org/get?file=gps")).limitedAs(),
        FetchSource.address(URI.create("https://example.org/get?file=galileo")).limitedAs());
  }

  @Test
  void serviceWithAPartThatIsNotSentIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> group("https://example.org/gp.php#a", "gnss", FetchSource.Format.JSON));
  }
}
