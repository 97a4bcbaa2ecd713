package io.gnomon.web.yaml;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// YAML text as a tree whose nodes know their line and column.
public final class Tree {
  /// A key and its value.
  public record Entry(ScalarNode key, Node value) {}

  private Tree() {}

  public static Place read(Path file) throws ConfigException {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new ConfigException(file + ": no such file");
    } catch (CharacterCodingException e) {
      throw new ConfigException(file + ": not UTF-8 text");
    } catch (IOException e) {
      throw new ConfigException(file + ": cannot be read: " + e.getMessage());
    }
  }

  public static Place parse(String file, String text) throws ConfigException {
    try {
      var node = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      return new Place(file, node == null ? nothing() : node, "");
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark();
      throw new ConfigException(
          file
              + (mark == null ? "" : ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1))
              + ": not YAML: "
              + e.getProblem());
    } catch (YAMLException e) {
      throw new ConfigException(
          file + ": not YAML: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  /// The node of an empty file, or of a key that is not there.
  static Node nothing() {
    return new ScalarNode(Tag.NULL, "", null, null, ScalarStyle.PLAIN);
  }

  public static List<Node> items(Place place) throws ConfigException {
    if (place.node() instanceof SequenceNode list) {
      return list.getValue();
    }
    throw place.error("expected a list, got " + place.got());
  }

  /// The entries of a map by key, those that `<<` merges in among them.
  public static Map<String, Entry> entries(Place place) throws ConfigException {
    var entries = new LinkedHashMap<String, Entry>();
    addEntries(place, entries);
    return entries;
  }

  private static void addEntries(Place place, Map<String, Entry> into) throws ConfigException {
    if (!(place.node() instanceof MappingNode map)) {
      throw place.error("expected a map of keys and values, got " + place.got());
    }
    for (var tuple : map.getValue()) {
      if (tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
        merge(place.key("<<", tuple.getValueNode()), into);
      }
    }
    var seen = new HashSet<String>();
    for (var tuple : map.getValue()) {
      if (!tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
        var entry = entry(place, tuple);
        if (!seen.add(entry.key().getValue())) {
          throw place.key(entry.key().getValue(), entry.key()).error("this key stands here twice");
        }
        into.put(entry.key().getValue(), entry);
      }
    }
  }

  private static void merge(Place place, Map<String, Entry> into) throws ConfigException {
    if (place.node() instanceof SequenceNode list) {
      for (int i = list.getValue().size() - 1; i >= 0; i--) {
        addEntries(place.item(i, list.getValue().get(i)), into);
      }
    } else {
      addEntries(place, into);
    }
  }

  private static Entry entry(Place place, NodeTuple tuple) throws ConfigException {
    if (tuple.getKeyNode() instanceof ScalarNode key) {
      return new Entry(key, tuple.getValueNode());
    }
    throw place.error("a key must be a single word");
  }
}
