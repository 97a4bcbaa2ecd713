package io.gnomon.collect.node;

import com.google.re2j.Pattern;
import io.gnomon.collect.line.ByteText;
import io.gnomon.collect.line.Row;
import io.gnomon.collect.line.Rows;
import io.gnomon.collect.line.Series;
import io.gnomon.model.Metric;
import io.gnomon.model.Metric.Type;
import io.gnomon.model.SampleSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The kernel's network counters. /proc/net/netstat and snmp have pairs of lines, names above
/// numbers; snmp6 has a name and a number a line. Kept is what node_exporter keeps.
final class NetstatSource implements Source {
  private static final Pattern KEPT =
      Pattern.compile(
          "^(.*_(InErrors|InErrs)|Ip_Forwarding|Ip(6|Ext)_(InOctets|OutOctets)"
              + "|Icmp6?_(InMsgs|OutMsgs)"
              + "|TcpExt_(Listen.*|Syncookies.*|TCPSynRetrans|TCPTimeouts|TCPOFOQueue|TCPRcvQDrop)"
              + "|Tcp_(ActiveOpens|InSegs|OutSegs|OutRsts|PassiveOpens|RetransSegs|CurrEstab)"
              + "|Udp6?_(InDatagrams|OutDatagrams|NoPorts|RcvbufErrors|SndbufErrors))$");

  private final List<ProcFile> paired;
  private final List<ProcFile> named;
  private final Rows pairedRows = new Rows((protocol, text) -> pairedSeries(protocol, text.line()));
  private final Rows namedRows = new Rows((field, text) -> namedSeries(field));

  NetstatSource(List<ProcFile> paired, List<ProcFile> named) {
    this.paired = paired;
    this.named = named;
  }

  /// A series for each name of the line; one that is not kept is left out.
  private static List<Series> pairedSeries(String protocol, String line) {
    var series = new ArrayList<Series>();
    for (var field : line.substring(protocol.length() + 1).strip().split(" ")) {
      series.add(series(protocol + "_" + field));
    }
    return series;
  }

  /// `Udp6InErrors` is the field InErrors of Udp6.
  private static List<Series> namedSeries(String field) {
    int six = field.indexOf('6') + 1;
    var series = series(field.substring(0, six) + "_" + field.substring(six));
    return series == Series.NONE ? List.of() : List.of(series);
  }

  private static Series series(String field) {
    var metric =
        new Metric("node_netstat_" + field, Type.UNKNOWN, "Network counter " + field + ".", "");
    return KEPT.matches(field) ? Series.of(metric) : Series.NONE;
  }

  @Override
  public String name() {
    return "netstat";
  }

  @Override
  public void read(SampleSink sink) throws IOException {
    pairedRows.begin(sink);
    for (int i = 0; i < paired.size(); i++) {
      readPairs(paired.get(i).read());
    }
    namedRows.begin(sink);
    for (int i = 0; i < named.size(); i++) {
      readNamed(named.get(i).read());
    }
  }

  private void readPairs(ByteText text) throws IOException {
    while (text.nextLine() && text.nextWord()) {
      var row = pairedRows.row(text);
      text.nextLine();
      text.nextWord();
      putPair(text, row);
    }
  }

  private static void putPair(ByteText text, Row row) throws IOException {
    for (int i = 0; i < row.size(); i++) {
      double value = text.number();
      if (row.series(i) != Series.NONE) {
        row.put(i, value);
      }
    }
  }

  private void readNamed(ByteText text) throws IOException {
    while (text.nextLine() && text.nextWord()) {
      var row = namedRows.row(text);
      if (row.size() > 0) {
        row.put(0, text.number());
      }
    }
  }
}
