package dev.skytally.input;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A text from a user. All such texts are read by this class.
 *
 * <p>The text is UTF-8, unless a caller allows other encodings, plain or packed with gzip or
 * compress ({@code .Z}), is not blank and has at most 64 MiB (unpacked). Any other text is rejected
 * with an {@link InputFormatException} of one line. Reading stops at the limit, so an endless
 * device or pipe is rejected like a large file.
 *
 * <p>Immutable.
 */
public final class TextFile {
  private static final int MIB = 1 << 20;
  private static final int LIMIT_BYTES = 64 * MIB;
  private static final int CHUNK_BYTES = 1 << 16;
  private static final int GZIP_MAGIC = 0x1f8b;
  private static final int COMPRESS_MAGIC = 0x1f9d;
  private static final int QUOTE_CHARACTERS = 80;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String source;
  private final String text;
  private final Charset charset;
  private final boolean isFile;

  private TextFile(String source, String text, Charset charset, boolean isFile) {
    this.source = source;
    this.text = text;
    this.charset = charset;
    this.isFile = isFile;
  }

  /** Decides in which encoding the bytes of a text are read. */
  private interface Encoding {
    Charset of(String source, byte[] bytes, int size) throws InputFormatException;
  }

  private static Encoding only(Charset charset) {
    return (source, bytes, size) -> {
      Optional<InputFormatException> malformed = malformed(source, bytes, size, charset);
      if (malformed.isPresent()) {
        throw malformed.get();
      }
      return charset;
    };
  }

  private static Charset guess(String source, byte[] bytes, int size) {
    return malformed(source, bytes, size, StandardCharsets.UTF_8).isEmpty()
        ? StandardCharsets.UTF_8
        : CodePage.of(bytes, size);
  }

  /**
   * A stream that may be a pipe. Asked how much is available, a file's own stream looks for its
   * position, which a pipe does not have. GZIPInputStream asks whether another part may follow.
   */
  private static final class Sequential extends FilterInputStream {
    Sequential(InputStream in) {
      super(in);
    }

    @Override
    public int available() {
      return 1;
    }
  }

  /**
   * Reads a file or pipe; its name in messages is the path as given.
   *
   * @param path the file
   * @return the text
   * @throws IOException if a file cannot be read
   */
  public static TextFile read(Path path) throws IOException {
    return read(path, StandardCharsets.UTF_8);
  }

  /**
   * Reads a file or pipe in an encoding.
   *
   * @param path the file
   * @param charset the encoding
   * @return the text
   * @throws IOException if a file cannot be read
   */
  public static TextFile read(Path path, Charset charset) throws IOException {
    return read(path, only(charset));
  }

  /**
   * Reads a file or pipe in UTF-8 or, if it is not, in the Windows code page that its letters
   * suggest, which {@link #charset} returns.
   *
   * @param path the file
   * @return the text
   * @throws IOException if a file cannot be read
   */
  public static TextFile readInAnyEncoding(Path path) throws IOException {
    return read(path, TextFile::guess);
  }

  private static TextFile read(Path path, Encoding encoding) throws IOException {
    String source = path.toString();
    if (Files.isDirectory(path)) {
      throw new InputFormatException(source, 0, 0, "is a folder, expected a file");
    }
    try (InputStream in = new Sequential(Files.newInputStream(path))) {
      TextFile read = read(source, in, LIMIT_BYTES, encoding);
      return new TextFile(source, read.text, read.charset, true);
    } catch (InputFormatException e) {
      throw e;
    } catch (NoSuchFileException e) {
      throw new InputFormatException(source, 0, 0, "no such file");
    } catch (AccessDeniedException e) {
      throw new InputFormatException(source, 0, 0, "cannot be read: permission denied");
    } catch (FileSystemException e) {
      throw new InputFormatException(source, 0, 0, "cannot be read: " + e.getReason());
    } catch (IOException e) {
      throw new InputFormatException(source, 0, 0, "cannot be read: " + e.getMessage());
    }
  }

  /**
   * {@return a file itself, or the files of a folder in the order of their names, without hidden
   * files}
   *
   * @param path the file or folder
   * @throws InputFormatException if the path is empty or the folder holds no files
   */
  public static List<Path> filesOf(Path path) throws IOException {
    if (path.toString().isEmpty()) {
      throw new InputFormatException("\"\"", 0, 0, "is not a name, expected a file or a folder");
    }
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> all = Files.list(path)) {
      List<Path> files =
          all.filter(Files::isRegularFile)
              .filter(file -> !file.getFileName().toString().startsWith("."))
              .sorted()
              .toList();
      if (files.isEmpty()) {
        throw new InputFormatException(
            path.toString(), 0, 0, "holds no files, expected at least one");
      }
      return files;
    } catch (AccessDeniedException e) {
      throw new InputFormatException(
          path.toString(), 0, 0, "is a folder that cannot be read: permission denied");
    }
  }

  /**
   * Reads a stream to its end and closes it.
   *
   * @param source its name in messages
   * @param in the stream
   * @return the text
   * @throws IOException if the stream cannot be read
   */
  public static TextFile read(String source, InputStream in) throws IOException {
    return read(source, in, LIMIT_BYTES);
  }

  /**
   * Reads a stream in an encoding to its end and closes it.
   *
   * @param source its name in messages
   * @param in the stream
   * @param charset the encoding
   * @return the text
   * @throws IOException if the stream cannot be read
   */
  public static TextFile read(String source, InputStream in, Charset charset) throws IOException {
    return read(source, in, LIMIT_BYTES, only(charset));
  }

  /**
   * Reads a stream to its end and closes it, like {@link #readInAnyEncoding(Path)}.
   *
   * @param source its name in messages
   * @param in the stream
   * @return the text
   * @throws IOException if the stream cannot be read
   */
  public static TextFile readInAnyEncoding(String source, InputStream in) throws IOException {
    return read(source, in, LIMIT_BYTES, TextFile::guess);
  }

  static TextFile read(String source, InputStream in, int limitBytes) throws IOException {
    return read(source, in, limitBytes, only(StandardCharsets.UTF_8));
  }

  private static TextFile read(String source, InputStream in, int limitBytes, Encoding encoding)
      throws IOException {
    try (BufferedInputStream buffered = new BufferedInputStream(in, CHUNK_BYTES)) {
      buffered.mark(2);
      int magic = buffered.read() << Byte.SIZE | buffered.read();
      buffered.reset();
      return switch (magic) {
        case GZIP_MAGIC -> readGzip(source, buffered, limitBytes, encoding);
        case COMPRESS_MAGIC -> readCompress(source, buffered, limitBytes, encoding);
        default -> readPlain(source, buffered, limitBytes, encoding);
      };
    }
  }

  private static TextFile readGzip(
      String source, InputStream packed, int limitBytes, Encoding encoding) throws IOException {
    try (GZIPInputStream unpacked = new GZIPInputStream(packed, CHUNK_BYTES)) {
      return readPlain(source, unpacked, limitBytes, encoding);
    } catch (ZipException | EOFException e) {
      throw new InputFormatException(source, 0, 0, "is a damaged gzip file");
    }
  }

  private static TextFile readCompress(
      String source, InputStream packed, int limitBytes, Encoding encoding) throws IOException {
    try (InputStream unpacked = UnixCompress.unpack(packed)) {
      return readPlain(source, unpacked, limitBytes, encoding);
    } catch (InputFormatException e) {
      throw e;
    } catch (IOException e) {
      throw new InputFormatException(source, 0, 0, "is a damaged compress file (.Z)");
    }
  }

  /**
   * {@return a text from memory; {@code source} is its name in messages}
   *
   * @param source the source
   * @param text the text
   */
  public static TextFile of(String source, String text) {
    return new TextFile(source, text, StandardCharsets.UTF_8, false);
  }

  private static TextFile readPlain(
      String source, InputStream in, int limitBytes, Encoding encoding) throws IOException {
    byte[] bytes = new byte[Math.min(CHUNK_BYTES, limitBytes)];
    int size = 0;
    while (true) {
      int read = in.read(bytes, size, bytes.length - size);
      if (read < 0) {
        break;
      }
      refuseNul(source, bytes, size, size + read);
      size += read;
      if (size == bytes.length) {
        if (size == limitBytes) {
          if (in.read() < 0) {
            break;
          }
          throw new InputFormatException(
              source, 0, 0, "is larger than " + limitBytes / MIB + " MiB, the most that is read");
        }
        bytes = Arrays.copyOf(bytes, (int) Math.min(2L * size, limitBytes));
      }
    }
    Charset charset = encoding.of(source, bytes, size);
    String text = new String(bytes, 0, size, charset);
    if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      text = text.substring(1);
    }
    if (text.isBlank()) {
      throw new InputFormatException(source, 0, 0, "is empty");
    }
    return new TextFile(source, text, charset, false);
  }

  private static void refuseNul(String source, byte[] bytes, int from, int to)
      throws InputFormatException {
    for (int i = from; i < to; i++) {
      if (bytes[i] == 0) {
        throw new InputFormatException(
            source, 0, 0, "is binary (byte " + (i + 1L) + " is NUL), expected text in UTF-8");
      }
    }
  }

  /** Returns the exception for the first bytes that are not in an encoding, if there are any. */
  private static Optional<InputFormatException> malformed(
      String source, byte[] bytes, int size, Charset charset) {
    CharsetDecoder decoder = charset.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes, 0, size);
    CharBuffer out = CharBuffer.allocate(CHUNK_BYTES);
    CoderResult result = decoder.decode(in, out, true);
    while (result.isOverflow()) {
      out.clear();
      result = decoder.decode(in, out, true);
    }
    if (!result.isError()) {
      return Optional.empty();
    }
    int offset = in.position();
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < offset; i++) {
      boolean secondOfTwo = bytes[i] == '\n' && i > 0 && bytes[i - 1] == '\r';
      if (bytes[i] == '\n' || bytes[i] == '\r') {
        line += secondOfTwo ? 0 : 1;
        lineStart = i + 1;
      }
    }
    int column = new String(bytes, lineStart, offset - lineStart, charset).length() + 1;
    return Optional.of(
        new InputFormatException(
            source,
            line,
            column,
            String.format(
                Locale.ROOT,
                "byte 0x%02X is not %s, expected text in %s",
                bytes[offset],
                charset.name(),
                charset.name())));
  }

  /** {@return the name of this text in messages: the name of the file as the user gave it} */
  public String source() {
    return source;
  }

  /** {@return whether this text was read from a file or pipe, whose path is the source} */
  public boolean isFile() {
    return isFile;
  }

  /** {@return the encoding in which the text was read} */
  public Charset charset() {
    return charset;
  }

  /** {@return the whole text, without a byte order mark, line ends as they are} */
  public String text() {
    return text;
  }

  /** {@return the lines, which may end in LF, CR or both, without their ends} */
  public List<String> lines() {
    if (text.indexOf('\r') >= 0) {
      return text.lines().toList();
    }
    List<String> lines = new ArrayList<>();
    for (int start = 0; start < text.length(); ) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      lines.add(text.substring(start, end));
      start = end + 1;
    }
    return lines;
  }

  /**
   * {@return an exception for a place of this text} Lines and columns count from 1; 0 means none.
   *
   * @param line the 1-based line, or 0 for the input as a whole
   * @param column the 1-based column of characters, or 0 for the line as a whole
   * @param problem the text found and the text expected
   */
  public InputFormatException problem(int line, int column, String problem) {
    return new InputFormatException(source, line, column, problem);
  }

  /**
   * {@return a piece of an input as visible text on one line}
   *
   * @param piece the text
   */
  public static String printable(String piece) {
    return VisibleText.of(piece);
  }

  /**
   * {@return a piece of an input in quotes for a message of one line, truncated after 80
   * characters}
   *
   * @param piece the text
   */
  public static String quoted(String piece) {
    if (piece.length() <= QUOTE_CHARACTERS) {
      return '"' + printable(piece) + '"';
    }
    boolean splitsPair = Character.isHighSurrogate(piece.charAt(QUOTE_CHARACTERS - 1));
    return '"' + printable(piece.substring(0, QUOTE_CHARACTERS - (splitsPair ? 1 : 0))) + "...\"";
  }
}
