package io.gnomon.rules;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// A place in a YAML file: what stands there, so that whatever is wrong can be told with line and
/// column.
record YamlPlace(String file, Node node) {
  @FunctionalInterface
  interface Reader<T> {
    T read(String text);
  }

  /// The whole of a file; null when it is empty.
  static @Nullable YamlPlace root(String file, String text) throws RuleFileException {
    try {
      var node = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
      return node == null ? null : new YamlPlace(file, node);
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark();
      throw new RuleFileException(
          file, mark.getLine() + 1, mark.getColumn() + 1, "no YAML: " + e.getProblem());
    } catch (YAMLException e) {
      throw new RuleFileException(file, 1, 1, "no YAML: " + e.getMessage());
    }
  }

  RuleFileException error(String message) {
    var mark = node.getStartMark();
    return new RuleFileException(file, mark.getLine() + 1, mark.getColumn() + 1, message);
  }

  /// The values of a mapping by their keys, which must be among the known ones.
  Map<String, YamlPlace> fields(List<String> known) throws RuleFileException {
    var fields = entries();
    for (var field : fields.entrySet()) {
      if (!known.contains(field.getKey())) {
        throw keyPlace(field.getKey())
            .error(
                "unknown key \"%s\", expected one of %s"
                    .formatted(field.getKey(), String.join(", ", known)));
      }
    }
    return fields;
  }

  Map<String, YamlPlace> entries() throws RuleFileException {
    if (isNothing()) {
      return Map.of();
    }
    if (!(node instanceof MappingNode mapping)) {
      throw error("expected keys and values");
    }
    var entries = new LinkedHashMap<String, YamlPlace>();
    for (var tuple : mapping.getValue()) {
      var key = new YamlPlace(file, tuple.getKeyNode());
      if (entries.put(key.text(), new YamlPlace(file, tuple.getValueNode())) != null) {
        throw key.error("expected the key \"" + key.text() + "\" once");
      }
    }
    return entries;
  }

  private YamlPlace keyPlace(String key) throws RuleFileException {
    for (var tuple : ((MappingNode) node).getValue()) {
      var place = new YamlPlace(file, tuple.getKeyNode());
      if (place.text().equals(key)) {
        return place;
      }
    }
    return this;
  }

  List<YamlPlace> items() throws RuleFileException {
    if (isNothing()) {
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence)) {
      throw error("expected a list");
    }
    return sequence.getValue().stream().map(item -> new YamlPlace(file, item)).toList();
  }

  Map<String, String> texts() throws RuleFileException {
    var texts = new LinkedHashMap<String, String>();
    for (var entry : entries().entrySet()) {
      texts.put(entry.getKey(), entry.getValue().text());
    }
    return texts;
  }

  String text() throws RuleFileException {
    if (node instanceof ScalarNode scalar) {
      return isNothing() ? "" : scalar.getValue();
    }
    throw error("expected a single value");
  }

  /// The text as something else; what it refuses is told at this place.
  <T> T read(Reader<T> reader) throws RuleFileException {
    try {
      return reader.read(text());
    } catch (IllegalArgumentException e) {
      throw error(String.valueOf(e.getMessage()));
    }
  }

  boolean isNothing() {
    return node.getTag().equals(Tag.NULL);
  }
}
