package dev.skytally.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchSourceTest {
  private static FetchSource group(String service, String group, FetchSource.Form form) {
    return FetchSource.group(URI.create(service), group, form);
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
    FetchSource group = FetchSource.group(FetchSource.CELESTRAK, "gnss", FetchSource.Form.JSON);
    assertEquals(group.limitedAs(), FetchSource.address(URI.create(address)).limitedAs());
  }

  @Test
  void otherGroupsServersAndFilesHaveLimitsOfTheirOwn() {
    String gnss = group("http://127.0.0.1:8000/gp.php", "gnss", FetchSource.Form.CSV).limitedAs();
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
  void serviceWithAPartThatIsNotSentIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> group("https://example.org/gp.php#a", "gnss", FetchSource.Form.JSON));
  }
}
