package dev.skytally.report.draw;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;

/** Converts SVG and colours to PNG. */
final class PngImage {
  static {
    System.setProperty("java.awt.headless", "true");
    ImageIO.setUseCache(false);
  }

  private PngImage() {}

  /**
   * Draws a picture.
   *
   * @param svg a picture without text, which would need fonts of the machine
   */
  static byte[] of(String svg) {
    SVGDocument document =
        Objects.requireNonNull(
            new SVGLoader()
                .load(
                    new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)),
                    null,
                    LoaderContext.createDefault()));
    int width = Math.round(document.size().width);
    int height = Math.round(document.size().height);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    document.render(null, graphics, new ViewBox(width, height));
    graphics.dispose();
    return png(image);
  }

  /**
   * Returns an image of at most 255 colours.
   *
   * @param dots the colour of each dot as 0xRRGGBB, row by row; negative: transparent
   */
  static byte[] of(int width, int height, int[] dots) {
    int[] colors = colors(dots);
    int[] argb = new int[colors.length + 1];
    for (int i = 0; i < colors.length; i++) {
      argb[i] = 0xff << 24 | colors[i];
    }
    IndexColorModel model =
        new IndexColorModel(
            Byte.SIZE, argb.length, argb, 0, true, colors.length, DataBuffer.TYPE_BYTE);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
    byte[] indexes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < dots.length; i++) {
      boolean isLikeLast = i > 0 && dots[i] == dots[i - 1];
      indexes[i] =
          isLikeLast
              ? indexes[i - 1]
              : (byte) (dots[i] < 0 ? colors.length : Arrays.binarySearch(colors, dots[i]));
    }
    return png(image);
  }

  /** Returns each colour of the dots once. Fast, because most neighbours are equal. */
  private static int[] colors(int[] dots) {
    Set<Integer> colors = new TreeSet<>();
    int last = -1;
    for (int rgb : dots) {
      if (rgb != last && rgb >= 0) {
        colors.add(rgb);
      }
      last = rgb;
    }
    return colors.stream().mapToInt(Integer::intValue).toArray();
  }

  private static byte[] png(BufferedImage image) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
    return png.toByteArray();
  }
}
