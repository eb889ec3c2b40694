package dev.skytally.elements;

import dev.skytally.input.InputFormatException;
import dev.skytally.input.TextFile;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads OMM in XML: one {@code omm} or an {@code ndm} with many, with an element for each keyword.
 * Document types and external entities are rejected.
 */
final class XmlOmmReader {
  private final TextFile file;
  private final SnapshotBuilder snapshot;

  /** The text with plain line ends, because the parser reports reliable places only for these. */
  private final String text;

  private final int[] lineOffsets;

  private int depth;
  private @Nullable OmmMessage message;
  private int messageStart;

  /** The text of the innermost element while it has no elements in it, and where it begins. */
  private final StringBuilder value = new StringBuilder();

  private boolean inLeaf;
  private int valueLine;
  private int valueColumn;

  private XmlOmmReader(TextFile file, SnapshotBuilder snapshot) {
    this.file = file;
    this.snapshot = snapshot;
    List<String> lines = file.lines();
    text = String.join("\n", lines);
    lineOffsets = new int[lines.size()];
    for (int i = 1; i < lineOffsets.length; i++) {
      lineOffsets[i] = lineOffsets[i - 1] + lines.get(i - 1).length() + 1;
    }
  }

  static void read(TextFile file, SnapshotBuilder snapshot) throws InputFormatException {
    new XmlOmmReader(file, snapshot).read();
  }

  private void read() throws InputFormatException {
    refuseDocumentType();
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text));
      while (xml.hasNext()) {
        accept(xml, xml.next());
      }
      xml.close();
    } catch (XMLStreamException e) {
      snapshot.reject(
          message == null ? 0 : message.catalogNumberIfReadable(),
          message == null ? "" : message.name(),
          file.problem(
              e.getLocation().getLineNumber(),
              e.getLocation().getColumnNumber(),
              "is not valid XML: " + saying(e)));
    }
  }

  /**
   * Rejects a document type, which may occur only before the first element. The JDK's parser would
   * read into it, and write to the standard error if it is damaged.
   */
  private void refuseDocumentType() throws InputFormatException {
    int at = 0;
    while (at >= 0 && at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else if (text.startsWith("<?", at)) {
        at = after("?>", at);
      } else if (text.startsWith("<!--", at)) {
        at = after("-->", at);
      } else if (text.startsWith("<!", at)) {
        int line = (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        throw file.problem(line, 0, "found a document type, expected an OMM, which has none");
      } else {
        return;
      }
    }
  }

  /** Returns the index after the next occurrence of a mark; negative if there is none. */
  private int after(String mark, int from) {
    int at = text.indexOf(mark, from);
    return at < 0 ? at : at + mark.length();
  }

  private void accept(XMLStreamReader xml, int event) throws InputFormatException {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> startElement(xml.getLocalName(), xml.getLocation());
      case XMLStreamConstants.END_ELEMENT -> endElement(xml.getLocalName(), xml.getLocation());
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
        if (inLeaf) {
          value.append(xml.getText());
        }
      }
      default -> {
        // Comments and processing instructions contain no data of orbits.
      }
    }
  }

  private void startElement(String name, Location at) throws InputFormatException {
    inLeaf = message != null;
    if (inLeaf) {
      value.setLength(0);
      valueLine = at.getLineNumber();
      valueColumn = at.getColumnNumber();
    } else if (name.equals("omm")) {
      message = new OmmMessage(file, at.getLineNumber(), at.getColumnNumber());
      messageStart = text.lastIndexOf('<', offset(at) - 1);
    } else if (depth == 0 && !name.equals("ndm")) {
      throw unexpected(name, at);
    } else if (depth == 1 && !name.equals(name.toUpperCase(Locale.ROOT))) {
      snapshot.reject(0, "", unexpected(name, at));
    }
    depth++;
  }

  private void endElement(String name, Location at) throws InputFormatException {
    depth--;
    if (message == null) {
      return;
    }
    if (name.equals("omm")) {
      message.end(text.substring(messageStart, offset(at)), snapshot);
      message = null;
    } else if (inLeaf) {
      message.put(name, value.toString(), valueLine, valueColumn);
    }
    inLeaf = false;
  }

  private InputFormatException unexpected(String name, Location at) {
    return file.problem(
        at.getLineNumber(),
        at.getColumnNumber(),
        "found an element " + TextFile.quoted(name) + ", expected \"omm\" or \"ndm\" with them");
  }

  private int offset(Location at) {
    return lineOffsets[at.getLineNumber() - 1] + at.getColumnNumber() - 1;
  }

  /** Returns the message of the parser without the place, which is on a separate line before it. */
  private static String saying(XMLStreamException e) {
    String marker = "Message: ";
    String message = String.valueOf(e.getMessage());
    return message
        .substring(message.indexOf(marker) < 0 ? 0 : message.indexOf(marker) + marker.length())
        .lines()
        .findFirst()
        .orElse("");
  }
}
