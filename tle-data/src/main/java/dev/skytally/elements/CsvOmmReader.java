package dev.skytally.elements;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads OMM in CSV: a row of keywords, then a row for each element set. */
final class CsvOmmReader {
  private static final CsvFactory CSV =
      CsvFactory.builder()
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .enable(CsvParser.Feature.TRIM_SPACES)
          .build();

  /** A limit far above the number of columns in any catalogue. */
  private static final int MOST_COLUMNS = 1000;

  private final TextFile file;
  private final SnapshotBuilder snapshot;

  /** The keywords of the columns; null before the first row. */
  private @Nullable List<String> keywords;

  private String header = "";

  private CsvOmmReader(TextFile file, SnapshotBuilder snapshot) {
    this.file = file;
    this.snapshot = snapshot;
  }

  static void read(TextFile file, SnapshotBuilder snapshot) throws IOException {
    new CsvOmmReader(file, snapshot).read();
  }

  private record Cell(String text, int line, int column) {}

  private void read() throws IOException {
    try (JsonParser csv = CSV.createParser(new StringReader(file.text()))) {
      try {
        readRows(csv);
      } catch (JsonProcessingException e) {
        JsonLocation at = csv.currentLocation();
        String problem = e.getOriginalMessage().lines().findFirst().orElse("");
        snapshot.reject(
            0, "", file.problem(at.getLineNr(), at.getColumnNr(), "is not valid CSV: " + problem));
      }
    }
  }

  private void readRows(JsonParser csv) throws IOException {
    int start = 0;
    while (csv.nextToken() == JsonToken.START_ARRAY) {
      List<Cell> row = new ArrayList<>();
      int size = 0;
      while (csv.nextToken() != JsonToken.END_ARRAY) {
        size++;
        if (size <= MOST_COLUMNS) {
          JsonLocation at = csv.currentTokenLocation();
          row.add(new Cell(csv.getText(), at.getLineNr(), at.getColumnNr()));
        }
      }
      int end = Math.min((int) csv.currentLocation().getCharOffset(), file.text().length());
      String text = file.text().substring(start, end).strip();
      start = end;
      if (keywords == null) {
        readHeader(row, size, text);
      } else if (!text.isEmpty()) {
        readRow(keywords, row, size, text);
      }
    }
  }

  private void readHeader(List<Cell> row, int size, String text) throws InputFormatException {
    int line = row.get(0).line();
    if (size > MOST_COLUMNS) {
      throw file.problem(
          line, 1, "the row has " + size + " values, expected at most " + MOST_COLUMNS);
    }
    keywords = row.stream().map(Cell::text).toList();
    header = text;
    for (OmmKeyword keyword : OmmKeyword.values()) {
      if (keyword.isRequired() && !keywords.contains(keyword.name())) {
        throw file.problem(line, 1, "found no column " + keyword + ", expected one");
      }
    }
  }

  private void readRow(List<String> keywords, List<Cell> row, int size, String text)
      throws InputFormatException {
    int line = row.get(0).line();
    OmmMessage message = new OmmMessage(file, line, row.get(0).column());
    if (size != keywords.size()) {
      message.fail(
          line,
          1,
          "the row has "
              + size
              + " values, expected "
              + keywords.size()
              + " as in the row of keywords");
    }
    for (int i = 0; i < Math.min(row.size(), keywords.size()); i++) {
      Cell cell = row.get(i);
      message.put(keywords.get(i), cell.text(), cell.line(), cell.column());
    }
    message.end(header + '\n' + text, snapshot);
  }
}
