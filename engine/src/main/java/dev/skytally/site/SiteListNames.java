package dev.skytally.site;

import dev.skytally.internal.input.CsvTable;
import dev.skytally.internal.input.SimilarNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The columns of a list of sites, and the names that they have in lists of many languages. Case,
 * accents, blanks and punctuation of a name do not count.
 */
enum SiteListNames {
  NAME(
      "name",
      // In the order of preference, if a list has several of them.
      "name, capital, site, station, city, place, town, location, Ort, Ortsname, Stadt, Standort,"
          + " Stadtname, nom, ville, lieu, nombre, ciudad, lugar, sitio, nome, cidade, città,"
          + " località, naam, plaats, nazwa, miasto, miejsce, název, město, místo, názov, mesto,"
          + " nume, denumire, oraș, localitate, név, város, nimi, kaupunki, namn, navn, şehir,"
          + " название, имя, город, место, пункт, столица, назва, місто, όνομα, πόλη, 名称, 名稱,"
          + " 名字, 城市, 地点, 地點, 站点, 站名, 首都, 名前, 都市, 地名, 이름, 도시, الاسم, المدينة"),
  LATITUDE(
      "latitude_deg",
      "latitude, lat, Breite, Breitengrad, geographische Breite, geogr. Breite, latitud, latitudine,"
          + " breedtegraad, breedte, szerokość, szerokość geograficzna, zeměpisná šířka, šířka,"
          + " zemepisná šírka, šírka, szélesség, leveysaste, leveyspiiri, breddegrad, enlem, широта,"
          + " γεωγραφικό πλάτος, πλάτος, 纬度, 緯度, 위도, خط العرض"),
  LONGITUDE(
      "longitude_deg",
      "longitude, lon, lng, long, Länge, Laenge, Längengrad, Laengengrad, geographische Länge, geogr."
          + " Länge, longitud, longitudine, lengtegraad, lengte, długość, długość geograficzna,"
          + " zeměpisná délka, délka, zemepisná dĺžka, dĺžka, hosszúság, pituusaste, pituuspiiri,"
          + " længdegrad, lengdegrad, boylam, долгота, довгота, γεωγραφικό μήκος, μήκος, 经度, 經度,"
          + " 経度, 경도, خط الطول"),
  HEIGHT(
      "height_m",
      "height, altitude, alt, elevation, Höhe, Hoehe, hauteur, altura, altitud, elevación,"
          + " altitudine, quota, hoogte, wysokość, výška, magasság, korkeus, højde, høyde, höjd,"
          + " yükseklik, rakım, высота, висота, ύψος, υψόμετρο, 高度, 海拔, 高程, 標高, 고도, ارتفاع"),
  MASK(
      "mask_deg",
      "mask, elevation mask, mask angle, mask elevation, cutoff, cutoff angle, elevation cutoff,"
          + " minimum elevation, min elevation, Maske, Elevationsmaske, Höhenmaske, Mindesthöhe,"
          + " Mindestelevation, masque, masque d'élévation, élévation minimale, máscara, máscara de"
          + " elevación, máscara de elevação, elevación mínima, elevação mínima, maschera, maschera"
          + " di elevazione, elevazione minima, masker, minimale elevatie, maska, maska elewacji,"
          + " maska elevace, minimalna elewacja, minimální elevace, mască, maszk, maske, maski, mask"
          + " vinkel, maskesi, маска, маска возвышения, угол маски, минимальный угол места, маска"
          + " висоти, μάσκα, 遮蔽角, 截止高度角, 高度截止角, 掩蔽角, 仰角マスク, マスク角, 앙각 마스크, 마스크, قناع"),
  HORIZON(
      "horizon",
      "horizon file, Horizontdatei, Horizont, fichier d'horizon, horizonte, orizzonte, horyzont,"
          + " obzor, orizont, horisont, horisontti, ufuk, горизонт, обрій, ορίζοντας, 地平线, 地平線,"
          + " 지평선, أفق"),
  COUNTRY("country", ""),
  ISO2("iso2", "");

  private static final String BEFORE_UNIT = "_ ([（";

  private final String key;

  /** Known names, separated by commas. */
  private final String names;

  SiteListNames(String key, String names) {
    this.key = key;
    this.names = key + ", " + names;
  }

  /** Returns the name of the column in the documents. */
  String key() {
    return key;
  }

  /** Returns the column of a table; the name in the documents if there is none. */
  String in(CsvTable table, Map<String, String> given) {
    return in(table.columns(), given).orElse(key);
  }

  /** Returns the column among some: the given one, or the first with a known name. */
  Optional<String> in(List<String> columns, Map<String, String> given) {
    if (given.containsKey(key)) {
      return find(columns, given.get(key));
    }
    return Stream.of(names.split(", ", -1))
        .flatMap(name -> find(columns, name).stream())
        .findFirst();
  }

  /**
   * Returns whether a column has a known name and more, for example {@code height_ft} or {@code
   * Höhe (km)}.
   */
  boolean isNamedWithUnit(String column) {
    int end = 0;
    while (end < column.length() && BEFORE_UNIT.indexOf(column.charAt(end)) < 0) {
      end++;
    }
    String stem = SimilarNames.plain(column.substring(0, end));
    return Stream.of(names.split(", ", -1))
        .anyMatch(name -> !name.isEmpty() && SimilarNames.plain(name).equals(stem));
  }

  private static Optional<String> find(List<String> columns, String name) {
    String plain = SimilarNames.plain(name);
    return columns.stream()
        .filter(column -> !plain.isEmpty() && SimilarNames.plain(column).equals(plain))
        .findFirst();
  }
}
