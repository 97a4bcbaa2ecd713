package io.gnomon.notify.message;

import io.gnomon.model.Absent;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A picture of what an expression measured, with its threshold, as a PNG.
public final class Chart {
  private static final Logger LOG = LoggerFactory.getLogger(Chart.class);
  private static final int WIDTH = 640;
  private static final int HEIGHT = 240;
  private static final int LEFT = 60;
  private static final int RIGHT = 12;
  private static final int TOP = 34;
  private static final int BOTTOM = 24;
  private static final Color LINE = new Color(0x2563eb);
  private static final Color LIMIT = new Color(0xdc2626);
  private static final Color TEXT = new Color(0x374151);
  private static final Color GRID = new Color(0xe5e7eb);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("MM-dd HH:mm");

  private final Story story;
  private final ZoneId zone;
  private final Graphics2D g;
  private final double low;
  private final double high;

  private Chart(Story story, ZoneId zone, Graphics2D g) {
    this.story = story;
    this.zone = zone;
    this.g = g;
    var numbers =
        DoubleStream.concat(
                Arrays.stream(story.values()).filter(Double::isFinite),
                story.threshold().stream().mapToDouble(threshold -> threshold.value()))
            .summaryStatistics();
    double spread =
        Math.max(numbers.getMax() - numbers.getMin(), 1e-9 + Math.abs(numbers.getMax()) * 0.02);
    this.low =
        numbers.getMin() >= 0 && numbers.getMin() < spread ? 0 : numbers.getMin() - spread * 0.05;
    this.high = numbers.getMax() + spread * 0.1;
  }

  /// Empty when there is nothing to draw, or this machine cannot draw: a JRE without fonts. A title
  /// that no font here can write is written in the alert's plain name.
  public static Optional<byte[]> png(Story story, String title, String plainTitle, ZoneId zone) {
    if (story.latest().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(draw(story, title, plainTitle, zone));
    } catch (IOException | RuntimeException | LinkageError | InternalError e) {
      LOG.info("no chart: {}", e.toString());
      return Optional.empty();
    }
  }

  private static byte[] draw(Story story, String title, String plainTitle, ZoneId zone)
      throws IOException {
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    var g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, WIDTH, HEIGHT);
    var chart = new Chart(story, zone, g);
    chart.title(title, plainTitle);
    chart.axes();
    chart.limit();
    chart.line();
    g.dispose();
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private void title(String title, String plainTitle) {
    var font = font(title);
    g.setFont(font.orElse(new Font(Font.SANS_SERIF, Font.BOLD, 15)));
    g.setColor(TEXT);
    g.drawString(font.isPresent() ? title : plainTitle, LEFT, 21);
  }

  /// A font of this machine that has all the characters.
  private static Optional<Font> font(String text) {
    var plain = new Font(Font.SANS_SERIF, Font.BOLD, 15);
    if (plain.canDisplayUpTo(text) < 0) {
      return Optional.of(plain);
    }
    return Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
        .filter(font -> font.canDisplayUpTo(text) < 0)
        .map(font -> font.deriveFont(Font.BOLD, 15f))
        .findFirst();
  }

  private void axes() {
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
    for (int i = 0; i <= 4; i++) {
      double value = low + (high - low) * i / 4;
      int y = y(value);
      g.setColor(GRID);
      g.drawLine(LEFT, y, WIDTH - RIGHT, y);
      g.setColor(TEXT);
      var number = Wording.number(value);
      g.drawString(number, LEFT - 6 - g.getFontMetrics().stringWidth(number), y + 4);
    }
    for (int i = 0; i <= 4; i++) {
      int point = (story.values().length - 1) * i / 4;
      var text =
          CLOCK.format(Instant.ofEpochMilli(story.start() + point * story.step()).atZone(zone));
      int width = g.getFontMetrics().stringWidth(text);
      int x = (int) Math.clamp(x(point) - width / 2.0, LEFT - 20, WIDTH - RIGHT - width);
      g.drawString(text, x, HEIGHT - 7);
    }
  }

  private void limit() {
    if (story.threshold().isEmpty()) {
      return;
    }
    int y = y(story.threshold().get().value());
    g.setColor(LIMIT);
    g.setStroke(
        new BasicStroke(
            1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {6, 4}, 0));
    g.drawLine(LEFT, y, WIDTH - RIGHT, y);
  }

  private void line() {
    var path = new Path2D.Double();
    boolean down = false;
    for (int i = 0; i < story.values().length; i++) {
      double value = story.values()[i];
      if (Absent.is(value) || !Double.isFinite(value)) {
        down = false;
      } else if (down) {
        path.lineTo(x(i), y(value));
      } else {
        path.moveTo(x(i), y(value));
        path.lineTo(x(i) + 1, y(value));
        down = true;
      }
    }
    g.setColor(LINE);
    g.setStroke(new BasicStroke(2));
    g.draw(path);
  }

  private double x(int point) {
    return LEFT + (double) (WIDTH - LEFT - RIGHT) * point / (story.values().length - 1);
  }

  private int y(double value) {
    return (int)
        Math.round(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (value - low) / (high - low));
  }
}
