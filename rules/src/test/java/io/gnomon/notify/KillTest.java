package io.gnomon.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// kill -9 at random instants: whatever was safe is told, and hardly anything twice.
class KillTest {
  private static final int KILLS = 4;
  private static final Pattern ALERT =
      Pattern.compile("\"status\":\"(\\w+)\",\"labels\":\\{\"alertname\":\"A\",\"i\":\"n(\\d+)\"");

  @TempDir Path directory;
  private final Random random = new Random();

  @Test
  void nothingThatWasSafeIsLost() throws Exception {
    try (var inbox = new Inbox()) {
      var safe = new ArrayList<String>();
      for (int kill = 0; kill < KILLS; kill++) {
        safe.addAll(runAndKill(inbox, String.valueOf(1000 * kill)));
      }
      var last = start(inbox, "none");
      var told = told(inbox, safe);
      last.destroyForcibly().waitFor();
      assertThat(told.keySet()).containsAll(due(safe, told));
      assertThat(told.values())
          .allSatisfy(times -> assertThat(times).isLessThanOrEqualTo(1 + KILLS));
    }
  }

  /// What must be told: every alert that lasts, and the end of every other whose begin was told.
  /// One that ends before anybody was told is passed over, as Alertmanager does.
  private static List<String> due(List<String> safe, Map<String, Integer> told) {
    return safe.stream().filter(line -> lasts(line) || beginWasTold(line, told)).toList();
  }

  private static boolean lasts(String line) {
    return line.matches("fired \\d*[13579]");
  }

  private static boolean beginWasTold(String line, Map<String, Integer> told) {
    return line.startsWith("resolved") && told.containsKey(line.replace("resolved", "fired"));
  }

  private List<String> runAndKill(Inbox inbox, String first) throws Exception {
    var process = start(inbox, first);
    var safe = new ArrayList<String>();
    try (var out = process.inputReader()) {
      int lines = 3 + random.nextInt(40);
      while (safe.size() < lines) {
        safe.add(line(out));
      }
      Thread.sleep(random.nextInt(30));
      process.destroyForcibly().waitFor();
    }
    return safe;
  }

  private static String line(BufferedReader out) throws IOException {
    var line = out.readLine();
    if (line == null) {
      throw new AssertionError("the process ended by itself");
    }
    return line;
  }

  private Process start(Inbox inbox, String first) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-Xshare:auto",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            KilledProcess.class.getName(),
            directory.toString(),
            inbox.url(),
            first)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /// How often each fact was told, until all that is due was told or nothing came for a while.
  private static Map<String, Integer> told(Inbox inbox, List<String> safe) throws Exception {
    var told = new HashMap<String, Integer>();
    read(inbox.next(), told);
    while (!told.keySet().containsAll(due(safe, told)) || inbox.size() > 0) {
      read(inbox.next(), told);
    }
    return told;
  }

  private static void read(String webhook, Map<String, Integer> told) {
    var alert = ALERT.matcher(webhook);
    while (alert.find()) {
      var what = alert.group(1).equals("firing") ? "fired " : "resolved ";
      told.merge(what + alert.group(2), 1, Integer::sum);
    }
  }
}
