package io.gnomon.web.config;

import io.gnomon.collect.CollectorType;
import io.gnomon.web.yaml.Binder;
import io.gnomon.web.yaml.ConfigException;
import io.gnomon.web.yaml.Keys;
import io.gnomon.web.yaml.Place;
import io.gnomon.web.yaml.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// The `collectors` section: what to collect from, by the name of the collector's type.
public record Collectors(Map<String, List<Record>> byType) {
  public Collectors {
    byType = Map.copyOf(byType);
  }

  /// What the environment gives away, where the file says nothing.
  static Collectors found(Iterable<CollectorType<?>> types, Map<String, String> environment) {
    var byType = new LinkedHashMap<String, List<Record>>();
    for (var type : types) {
      List<Record> found = List.copyOf(type.found(environment));
      if (!found.isEmpty()) {
        byType.put(type.name(), found);
      }
    }
    return new Collectors(byType);
  }

  /// One map for a type, or a list of them; nothing after the colon means the defaults.
  static Collectors read(Iterable<CollectorType<?>> types, Place place, Binder binder)
      throws ConfigException {
    var records = new LinkedHashMap<String, Class<? extends Record>>();
    types.forEach(type -> records.put(type.name(), type.config()));
    var byType = new LinkedHashMap<String, List<Record>>();
    for (var entry : Tree.entries(place).entrySet()) {
      var record = records.get(entry.getKey());
      if (record == null) {
        throw place
            .key(entry.getKey(), entry.getValue().key())
            .error("unknown key; " + Keys.advice(entry.getKey(), List.copyOf(records.keySet())));
      }
      var value = place.key(entry.getKey(), entry.getValue().value());
      byType.put(entry.getKey(), readType(record, value, binder));
    }
    return new Collectors(byType);
  }

  private static List<Record> readType(Class<? extends Record> record, Place place, Binder binder)
      throws ConfigException {
    if (!(place.node() instanceof SequenceNode)) {
      return List.of(binder.bind(place, record));
    }
    var all = new ArrayList<Record>();
    var items = Tree.items(place);
    for (int i = 0; i < items.size(); i++) {
      all.add(binder.bind(place.item(i, items.get(i)), record));
    }
    return all;
  }
}
