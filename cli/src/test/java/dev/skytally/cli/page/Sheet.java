package dev.skytally.cli.page;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * A sheet of a printed page.
 *
 * @param text its words with one blank between them, also where a line is broken
 * @param partUsed the distance from the top to the lowest ink, as part of the height
 */
record Sheet(String text, double partUsed) {
  static List<Sheet> of(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      List<Sheet> sheets = new ArrayList<>();
      PDFRenderer renderer = new PDFRenderer(document);
      PDFTextStripper text = new PDFTextStripper();
      for (int i = 0; i < document.getNumberOfPages(); i++) {
        text.setStartPage(i + 1);
        text.setEndPage(i + 1);
        String words = text.getText(document).replaceAll("-\\s+", "-").replaceAll("\\s+", " ");
        sheets.add(new Sheet(words, partUsed(renderer.renderImage(i))));
      }
      return sheets;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double partUsed(BufferedImage image) {
    for (int y = image.getHeight() - 1; y >= 0; y--) {
      for (int x = 0; x < image.getWidth(); x++) {
        if ((image.getRGB(x, y) & 0xffffff) != 0xffffff) {
          return (y + 1.0) / image.getHeight();
        }
      }
    }
    return 0;
  }
}
