package dev.skytally.internal.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoDateTest {
  @ParameterizedTest
  @ValueSource(strings = {"2020-11-25", "1957-10-04", "2024-02-29", "0000-01-01", "9999-12-31"})
  void dateIsReadAsJavaReadsIt(String text) {
    assertEquals(LocalDate.parse(text), IsoDate.parse(text));
    assertEquals(Optional.of(LocalDate.parse(text)), IsoDate.find(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2020-11-2",
        "2020-11-255",
        "2020/11-25",
        "2020-11/25",
        "2020-1x-25",
        "2020-11-2:",
        "2020-11-/5",
        "2O20-11-25",
        "2020-13-01",
        "2023-02-29",
        "+020-11-25",
        "٢٠٢٠-11-25"
      })
  void otherTextIsNoDate(String text) {
    assertThrows(DateTimeException.class, () -> IsoDate.parse(text));
    assertEquals(Optional.empty(), IsoDate.find(text));
  }
}
