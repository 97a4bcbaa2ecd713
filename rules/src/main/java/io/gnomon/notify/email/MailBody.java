package io.gnomon.notify.email;

import io.gnomon.notify.Language;
import io.gnomon.notify.message.Wording.AlertText;
import java.util.List;

/// The two bodies of a mail: plain text, and HTML in which every word from outside is escaped.
record MailBody(Language language, String headline, List<AlertText> alerts, boolean chart) {
  static final String CHART = "chart";
  private static final String RED = "#b91c1c";
  private static final String GREEN = "#15803d";

  String text() {
    var out = new StringBuilder(headline).append("\n");
    for (var alert : alerts) {
      out.append("\n").append(state(alert)).append(" ").append(alert.title()).append("\n");
      lines(alert).forEach(line -> out.append("  ").append(line).append("\n"));
      if (!alert.link().isEmpty()) {
        out.append("  ").append(alert.link()).append("\n");
      }
    }
    return out.toString();
  }

  String html() {
    var out =
        new StringBuilder("<div style=\"font-family:sans-serif;max-width:680px\"><h2>")
            .append(escape(headline))
            .append("</h2>");
    alerts.forEach(alert -> html(alert, out));
    return out.append("</div>").toString();
  }

  private void html(AlertText alert, StringBuilder out) {
    var colour = alert.firing() ? RED : GREEN;
    out.append("<div style=\"border-left:4px solid ")
        .append(colour)
        .append(";padding:4px 12px;margin:12px 0\"><h3 style=\"color:")
        .append(colour)
        .append("\">")
        .append(escape(state(alert) + " " + alert.title()))
        .append("</h3>");
    lines(alert).forEach(line -> out.append("<p>").append(escape(line)).append("</p>"));
    if (chart && alert == alerts.getFirst()) {
      out.append("<img src=\"cid:").append(CHART).append("\" alt=\"\">");
    }
    if (alert.link().matches("https?://.*")) {
      out.append("<p><a href=\"")
          .append(escape(alert.link()))
          .append("\">")
          .append(language.choose("查看", "Open"))
          .append("</a></p>");
    }
    out.append("</div>");
  }

  private String state(AlertText alert) {
    return alert.firing()
        ? language.choose("[告警]", "[FIRING]")
        : language.choose("[恢复]", "[RESOLVED]");
  }

  private List<String> lines(AlertText alert) {
    var lines = new java.util.ArrayList<String>();
    lines.add(alert.description());
    lines.addAll(alert.facts());
    if (!alert.action().isEmpty()) {
      lines.add(language.choose("处理：", "What to do: ") + alert.action());
    }
    lines.add(alert.labels());
    lines.removeIf(String::isEmpty);
    return lines;
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
