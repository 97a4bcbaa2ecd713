package io.gnomon.promql.corpus;

import io.gnomon.model.Labels;
import io.gnomon.promql.Options;
import io.gnomon.promql.Parser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a test file: blocks of lines, each begun by `clear`, `load` or `eval`. A comment line ends
/// a block as an empty line does.
public final class Script {
  private static final Pattern LOAD = Pattern.compile("load(?:_(with_nhcb))?\\s+(.+?)");
  private static final Pattern INSTANT =
      Pattern.compile("eval(?:_(fail|warn|ordered|info))?\\s+instant\\s+(?:at\\s+(.+?))?\\s+(.+)");
  private static final Pattern RANGE =
      Pattern.compile(
          "eval(?:_(fail|warn|info))?\\s+range\\s+from\\s+(.+)\\s+to\\s+(.+)\\s+step\\s+(.+?)\\s+(.+)");

  private final String name;
  private final Options options;
  private final List<Eval> evals = new ArrayList<>();
  private MemorySource source = MemorySource.EMPTY;

  private Script(String name, Options options) {
    this.name = name;
    this.options = options;
  }

  public static List<Eval> parse(String name, String text, Options options) {
    var script = new Script(name, options);
    var block = new ArrayList<String>();
    int begin = 0;
    var lines = (text + "\n\n").split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      var line = lines[i].strip();
      if (line.isEmpty() || line.startsWith("#")) {
        script.block(begin + 1, block);
        block.clear();
      } else {
        begin = block.isEmpty() ? i : begin;
        block.add(line);
      }
    }
    return script.evals;
  }

  private void block(int lineNumber, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    var head = lines.getFirst();
    var rest = lines.subList(1, lines.size());
    var word = head.split("\\s+")[0].toLowerCase(Locale.ROOT);
    if (word.equals("clear")) {
      source = MemorySource.EMPTY;
      block(lineNumber + 1, rest);
    } else if (word.startsWith("load")) {
      load(matched(LOAD, head).group(2), rest);
    } else if (word.startsWith("eval")) {
      eval(name + ":" + lineNumber, head, rest);
    } else {
      throw new IllegalArgumentException(name + ":" + lineNumber + ": no command: " + head);
    }
  }

  private static Matcher matched(Pattern pattern, String line) {
    var found = pattern.matcher(line);
    if (!found.matches()) {
      throw new IllegalArgumentException("not understood: " + line);
    }
    return found;
  }

  private void load(String step, List<String> lines) {
    var series = new LinkedHashMap<Labels, double[]>();
    for (var line : lines) {
      if (!line.split("\\s+")[0].endsWith("@st")) {
        var parsed = SeriesNotation.parse(line);
        series.put(parsed.labels(), parsed.values());
      }
    }
    source = source.with(Times.millis(step), series);
  }

  private void eval(String place, String head, List<String> lines) {
    var instant = INSTANT.matcher(head);
    var found = instant.matches() ? instant : matched(RANGE, head);
    boolean isInstant = found.pattern() == INSTANT;
    var text = found.group(isInstant ? 3 : 5).strip();
    var expected = new Expectations(found.group(1)).read(lines);
    var shape =
        isInstant
            ? new Eval.Shape.Instant(time(found.group(2), expected))
            : new Eval.Shape.Range(
                Times.millis(found.group(2)),
                Times.millis(found.group(3)),
                Times.millis(found.group(4)));
    evals.add(new Eval(place, text, Parser.parse(text, options), shape, expected, source));
  }

  private static long time(String text, Eval.Expected expected) {
    return expected.points != null ? expected.points.end() : Times.millis(text);
  }
}
