package dev.skytally.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodePageTest {
  @TempDir Path folder;

  private Path written(String text, String charset) throws IOException {
    return Files.write(folder.resolve("list.csv"), text.getBytes(Charset.forName(charset)));
  }

  /** Names of cities, as lists of their countries spell them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          windows-1252 | Zürich Genève Neuchâtel Köln
          windows-1252 | Genève
          windows-1252 | München 48.1° Nürnberg Straße Fürth
          windows-1252 | São Paulo Brasília Belém Goiânia Macapá
          windows-1252 | Bogotá Cúcuta Ibagué Peñalolén Güímar
          windows-1252 | Tromsø Ålesund Århus Malmö Göteborg
          windows-1252 | Reykjavík Þórshöfn Höfn Egilsstaðir
          windows-1250 | Praha Plzeň České Budějovice Příbram
          windows-1250 | Příbram
          windows-1250 | Kraków Łódź Wrocław Częstochowa
          windows-1250 | Győr Pécs Szőlős Kőszeg Hódmezővásárhely Sümeg Fűzesabony Göd
          windows-1250 | Čakovec Šibenik Županja Đakovo
          windows-1250 | Târgu Mureş Iaşi Constanţa Bacău
          windows-1251 | Москва Санкт-Петербург Нижний Новгород
          windows-1251 | Уфа
          windows-1251 | Київ Чернігів Ґалаґан Запоріжжя
          windows-1251 | Кишинёв Station Тирасполь
          windows-1253 | Αθήνα Θεσσαλονίκη Πάτρα Ηράκλειο
          windows-1254 | İstanbul Muğla Şanlıurfa Diyarbakır Çanakkale
          """)
  void lettersSuggestTheCodePage(String charset, String names) throws IOException {
    TextFile file = TextFile.readInAnyEncoding(written(names, charset));
    assertEquals(charset, file.charset().name());
    assertEquals(names, file.text());
  }

  @Test
  void utf8IsNeverTakenForACodePage() throws IOException {
    TextFile file = TextFile.readInAnyEncoding(written("Genève, Москва", "UTF-8"));
    assertEquals(StandardCharsets.UTF_8, file.charset());
    assertEquals("Genève, Москва", file.text());
  }

  @Test
  void anEncodingThatIsGivenDecides() throws IOException {
    Charset given = Charset.forName("windows-1250");
    TextFile file = TextFile.read(written("Čačak", "windows-1250"), given);
    assertEquals("Čačak", file.text());
    assertEquals(given, file.charset());
    Path western = Files.write(folder.resolve("x"), new byte[] {'a', '\n', 'b', (byte) 0x81});
    assertEquals(
        western
            + ", line 2, column 2: byte 0x81 is not windows-1252, expected text in windows-1252",
        assertThrows(
                InputFormatException.class,
                () -> TextFile.read(western, Charset.forName("windows-1252")))
            .getMessage());
  }
}
