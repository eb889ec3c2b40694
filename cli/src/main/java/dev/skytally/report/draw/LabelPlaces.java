package dev.skytally.report.draw;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds places for short labels near their marks, so that labels do not hide each other or a mark.
 *
 * <p>How it works: each label tries places around its mark, near ones first, and takes the first
 * free one, or else the one that hides least.
 */
public final class LabelPlaces {
  private static final int DIRECTIONS = 16;
  private static final double[] GAPS = {2, 7, 14, 22, 32, 44};

  /** The area that crossing a point of a line counts as. */
  private static final double POINT_AREA = 2;

  private final List<Rectangle2D> taken = new ArrayList<>();
  private final List<double[]> avoided = new ArrayList<>();

  /** Keeps the place of a mark free. */
  public void addMark(double x, double y, double radius) {
    taken.add(new Rectangle2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  /** Keeps a point of a line free if there is room elsewhere. */
  public void avoid(double x, double y) {
    avoided.add(new double[] {x, y});
  }

  /** Returns a place for the label of a mark, and reserves it. */
  public Rectangle2D place(double x, double y, double radius, double width, double height) {
    Rectangle2D best = null;
    double leastHidden = Double.POSITIVE_INFINITY;
    for (double gap : GAPS) {
      for (int i = 0; i < DIRECTIONS; i++) {
        double angle = 2 * Math.PI * i / DIRECTIONS;
        double centerX = x + Math.cos(angle) * (radius + gap + width / 2);
        double centerY = y - Math.sin(angle) * (radius + gap + height / 2);
        Rectangle2D candidate =
            new Rectangle2D.Double(centerX - width / 2, centerY - height / 2, width, height);
        double hidden = hidden(candidate) + gap;
        if (hidden < leastHidden) {
          leastHidden = hidden;
          best = candidate;
        }
      }
    }
    taken.add(best);
    return best;
  }

  private double hidden(Rectangle2D candidate) {
    double area = 0;
    for (Rectangle2D other : taken) {
      Rectangle2D both = candidate.createIntersection(other);
      if (both.getWidth() > 0 && both.getHeight() > 0) {
        area += 20 + both.getWidth() * both.getHeight();
      }
    }
    for (double[] point : avoided) {
      area += candidate.contains(point[0], point[1]) ? POINT_AREA : 0;
    }
    return area;
  }
}
