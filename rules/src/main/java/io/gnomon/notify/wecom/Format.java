package io.gnomon.notify.wecom;

import io.gnomon.notify.Language;
import io.gnomon.notify.message.Wording.AlertText;
import java.util.ArrayList;
import java.util.List;

/// How alerts look in 企业微信: as its markdown, or as plain text. Whatever comes from labels is
/// written so that it is only text: nobody is called and nothing is linked by it.
enum Format {
  MARKDOWN("markdown") {
    @Override
    String alert(AlertText alert, Language language) {
      var colour = alert.firing() ? "warning" : "info";
      var lines = new ArrayList<String>();
      lines.add("<font color=\"" + colour + "\">" + title(alert, language) + "</font>");
      lines(alert, language).forEach(line -> lines.add("> " + line));
      if (alert.link().matches("https?://[^\\s()<>]+")) {
        lines.add("[" + language.choose("查看", "Open") + "](" + alert.link() + ")");
      }
      return String.join("\n", lines);
    }

    @Override
    String headline(String text) {
      return "**" + plain(text) + "**";
    }
  },
  TEXT("text") {
    @Override
    String alert(AlertText alert, Language language) {
      var lines = new ArrayList<String>();
      lines.add(title(alert, language));
      lines.addAll(lines(alert, language));
      if (alert.link().matches("https?://[^\\s<>]+")) {
        lines.add(alert.link());
      }
      return String.join("\n", lines);
    }

    @Override
    String headline(String text) {
      return plain(text);
    }
  };

  private final String word;

  Format(String word) {
    this.word = word;
  }

  /// The msgtype, and the key of the part of the message that holds the content.
  String word() {
    return word;
  }

  abstract String alert(AlertText alert, Language language);

  abstract String headline(String text);

  static String title(AlertText alert, Language language) {
    var state =
        alert.firing()
            ? language.choose("[告警] ", "[FIRING] ")
            : language.choose("[恢复] ", "[RESOLVED] ");
    return plain(state).replace('［', '[').replace('］', ']') + plain(alert.title());
  }

  private static List<String> lines(AlertText alert, Language language) {
    var lines = new ArrayList<String>();
    lines.add(plain(alert.description()));
    alert.facts().forEach(fact -> lines.add(plain(fact)));
    if (!alert.action().isEmpty()) {
      lines.add(language.choose("处理：", "What to do: ") + plain(alert.action()));
    }
    lines.add(plain(alert.labels()));
    lines.removeIf(String::isBlank);
    return lines;
  }

  /// The signs that mean something become their full-width forms, which look alike and mean
  /// nothing.
  static String plain(String text) {
    return text.replaceAll("\\s+", " ")
        .replace('<', '＜')
        .replace('>', '＞')
        .replace('[', '［')
        .replace(']', '］')
        .replace('`', '｀')
        .replace('*', '＊')
        .replace('@', '＠');
  }
}
