package dev.skytally.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A picture in any language names what differs from the default definition. */
class PictureDefinitionTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "en, 1 site has its own mask",
    "de, Orte mit eigener Maske: 1 von 2",
    "fr, sites ayant leur propre masque : 1 sur 2",
    "es, lugares con máscara propia: 1 de 2",
    "ru, пункты с собственной маской: 1 из 2",
    "zh, 自有截止角的站点：2个中的1个",
  })
  void aSiteWithItsOwnMaskIsNamed(String language, String words) throws IOException {
    Path sites =
        Files.writeString(folder.resolve("s.csv"), "name,lat,lon,mask_deg\nA,1,2,40\nB,3,4,\n");
    String line = "capitals --systems GPS --sites " + sites + " --language " + language;
    assertTrue(picture(line).contains(words), words);
    Files.writeString(sites, "name,lat,lon\nA,1,2\nB,3,4\n");
    assertFalse(picture(line).contains(words), words);
  }

  @ParameterizedTest
  @CsvSource({
    "en, 'status all, without G05'",
    "de, 'Auswahl: jeder Status, ohne G05'",
    "fr, 'sélection : tous les états, sans G05'",
    "es, 'selección: todos los estados, sin G05'",
    "ru, 'отбор: все состояния, без G05'",
    "zh, '筛选：全部状态、不含G05'",
  })
  void anotherChoiceOfSatellitesIsNamed(String language, String words) throws IOException {
    Path sites = Files.writeString(folder.resolve("s.csv"), "name,lat,lon\nA,1,2\nB,3,4\n");
    String line = "capitals --systems GPS --sites " + sites + " --language " + language;
    String picture = picture(line + " --status all --exclude G05");
    assertTrue(picture.contains(words), words);
    assertFalse(picture.contains("--"), language);
  }

  @ParameterizedTest
  @CsvSource({
    "en, 'ahead, by the greatest number of satellites in view'",
    "de, 'Vorsprung, nach der Höchstzahl sichtbarer Satelliten'",
    "fr, 'avance, selon le nombre maximal de satellites visibles'",
    "es, 'ventaja, según el número máximo de satélites visibles'",
    "ru, 'перевес, по наибольшему числу видимых спутников'",
    "zh, 领先数（按可见卫星数最大值）",
  })
  void aMapWithAnotherTitleSaysWhatLeadingMeans(String language, String words) throws IOException {
    Path sites = Files.writeString(folder.resolve("s.csv"), "name,lat,lon\nA,1,2\nB,3,4\n");
    String line = "capitals --sites " + sites + " --title X --language " + language;
    assertTrue(picture(line).contains(words), words);
  }

  /** No navigation satellite comes so near to the zenith of these sites, so all are tied. */
  @Test
  void aMapOnWhichAllSitesAreTiedSaysOfWhat() throws IOException {
    Path sites = Files.writeString(folder.resolve("s.csv"), "name,lat,lon\nA,88,2\nB,89,4\n");
    String words = picture("capitals --mask 85 --title X --sites " + sites);
    assertTrue(words.contains("tied in 2 greatest number of satellites in view"), words);
  }

  @ParameterizedTest
  @CsvSource({
    "en, 'of the area of the Earth, by the mean number of satellites in view'",
    "de, 'der Erdoberfläche, nach der mittleren Zahl sichtbarer Satelliten'",
    "fr, 'de la surface de la Terre, selon le nombre moyen de satellites visibles'",
    "es, 'de la superficie de la Tierra, según el número medio de satélites visibles'",
    "ru, 'доля площади Земли, по среднему числу видимых спутников'",
    "zh, 占地球表面积的比例（按平均可见卫星数）",
  })
  void aMapOfLeadersWithAnotherTitleSaysWhatLeadingMeans(String language, String words)
      throws IOException {
    String line = "world --resolution 5 --every 6h --systems GPS,BDS,GAL --title X --language ";
    assertTrue(draw(line + language + " -o ").contains(words), words);
  }

  @Test
  void theDefaultChoiceIsNotNamed() throws IOException {
    String line = "world --resolution 5 --every 6h --systems GPS --status operational";
    assertFalse(draw(line + " -o ").contains("selection:"));
    assertTrue(draw(line + " --exclude G05 -o ").contains("selection: without G05"));
  }

  private String picture(String line) throws IOException {
    return draw(line + " --report ");
  }

  /** Returns the words of a picture, in one line. */
  private String draw(String line) throws IOException {
    Path picture = folder.resolve("picture.svg");
    Run run = Run.ofLine(line + picture);
    assertEquals(0, run.exitCode(), run.err());
    return Files.readString(picture).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }
}
