package io.gnomon.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gnomon.model.Labels;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The pages in a real Chromium: no script fails, nothing is asked of another host, charts are
/// drawn by the script. Leaves pictures in `target/pictures`.
class BrowserTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path PICTURES = Path.of("target/pictures");

  /// The first colour of the palette, which the script alone draws with on a canvas.
  private static final int FIRST_SERIES = 0x2f6fb7;

  private static House house;
  @TempDir private Path profile;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    assumeTrue(Files.isExecutable(CHROMIUM), "no " + CHROMIUM + ": the browser test is left out");
    Files.createDirectories(PICTURES);
    house = new House(folder);
    house.put(Labels.of("__name__", "node_load1", "instance", "<b>vm</b>", "job", "node"), wave());
  }

  /// An hour of samples, a second apart.
  private static double[] wave() {
    double[] values = new double[3600];
    for (int i = 0; i < values.length; i++) {
      values[i] = 2 + Math.sin(i / 300.0);
    }
    return values;
  }

  @AfterAll
  static void close() {
    if (house != null) {
      house.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "dashboards/system, true, en, 1280",
    "dashboards/system, true, zh-CN, 360",
    "explore?expr=node_load1&, true, zh-CN, 1280",
    "explore?expr=node_load1&, true, en, 360",
    "alerts, false, zh-CN, 1280",
    "rules, false, en, 360",
  })
  void drawsAPageWithoutAComplaint(String page, boolean chart, String language, int width)
      throws Exception {
    var name = page.replaceAll("\\W+", "-") + "-" + language + "-" + width + ".png";
    var picture = PICTURES.resolve(name).toAbsolutePath();
    var range = "from=" + (House.NOW - 3_600_000) + "&to=" + House.NOW;
    var said = browse(page + (page.endsWith("&") ? "" : "?") + range, language, width, picture);
    assertThat(said).doesNotContain("CONSOLE", "Refused to");
    if (chart) {
      assertThat(pixels(ImageIO.read(picture.toFile()), FIRST_SERIES)).isGreaterThan(100);
    }
  }

  private String browse(String page, String language, int width, Path picture) throws Exception {
    var command = new ArrayList<String>();
    command.add(CHROMIUM.toString());
    command.addAll(
        List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"));
    command.addAll(
        List.of("--disable-background-networking", "--disable-component-update", "--disable-sync"));
    command.addAll(List.of("--hide-scrollbars", "--enable-logging=stderr", "--v=0"));
    // Every other host is unknown, so that a page that asks for one complains.
    command.add("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
    command.add("--user-data-dir=" + profile);
    command.add("--accept-lang=" + language);
    command.add("--virtual-time-budget=5000");
    command.add("--window-size=" + width + ",2400");
    command.add("--screenshot=" + picture);
    command.add("http://127.0.0.1:" + house.port() + "/" + page);
    var log = profile.resolve("log");
    var chromium =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(chromium.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return Files.readString(log);
  }

  private static int pixels(BufferedImage image, int color) {
    int found = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        found += (image.getRGB(x, y) & 0xffffff) == color ? 1 : 0;
      }
    }
    return found;
  }
}
