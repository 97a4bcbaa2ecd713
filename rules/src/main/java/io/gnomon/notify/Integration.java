package io.gnomon.notify;

/// One channel of one receiver, by its place among that receiver's.
public record Integration(
    String receiver, int index, String type, boolean sendResolved, Notifier notifier) {
  public String name() {
    return receiver + "/" + type + "[" + index + "]";
  }

  /// The key under which the journal knows this channel of a group.
  String channel(String group) {
    return group + " " + receiver + "/" + index;
  }

  boolean owns(String channel) {
    return channel.endsWith(" " + receiver + "/" + index);
  }
}
