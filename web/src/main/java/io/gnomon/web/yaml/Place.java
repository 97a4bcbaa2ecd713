package io.gnomon.web.yaml;

import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/// Where in a file something stands: a node of the tree and the keys that lead to it.
public record Place(String file, Node node, String path) {
  public Place key(String key, Node value) {
    return new Place(file, value, path.isEmpty() ? key : path + "." + key);
  }

  public Place item(int index, Node value) {
    return new Place(file, value, path + "[" + index + "]");
  }

  /// True where a key has no value, or is not there.
  public boolean isNothing() {
    return node.getTag().equals(Tag.NULL);
  }

  public ConfigException error(String problem) {
    var mark = node.getStartMark();
    var at = file + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1) + ": ";
    return new ConfigException(at + (path.isEmpty() ? "" : path + ": ") + problem);
  }

  /// What a node is, in the words of an error message.
  String got() {
    return switch (node.getNodeId()) {
      case mapping -> "a map";
      case sequence -> "a list";
      case anchor, scalar -> "\"" + ((ScalarNode) node).getValue() + "\"";
    };
  }
}
