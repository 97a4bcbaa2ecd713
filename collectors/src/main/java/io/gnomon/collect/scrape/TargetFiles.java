package io.gnomon.collect.scrape;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.gnomon.model.Labels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The files of `file_sd_configs`: lists of `{targets: [...], labels: {...}}` in YAML or JSON,
/// which is YAML. A file that cannot be read keeps the targets it had.
final class TargetFiles {
  private static final Logger LOG = LoggerFactory.getLogger(TargetFiles.class);
  private static final String FILE_LABEL = "__meta_filepath";

  /// What a file held when it was last read.
  private record Read(FileTime changed, long size, List<StaticConfig> groups) {}

  private final ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
  private final Path home;
  private final Map<Path, Read> files = new HashMap<>();

  /// @param home what relative names are relative to
  TargetFiles(Path home) {
    this.home = home;
  }

  List<StaticConfig> groups(FileSdConfig config) {
    var groups = new ArrayList<StaticConfig>();
    for (var name : config.files()) {
      for (var file : matching(home.resolve(name))) {
        var read = read(file);
        if (read != null) {
          files.put(file, read);
          groups.addAll(read.groups());
        }
      }
    }
    return groups;
  }

  private static List<Path> matching(Path glob) {
    var folder = glob.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return List.of();
    }
    try (var found = Files.newDirectoryStream(folder, String.valueOf(glob.getFileName()))) {
      var list = new ArrayList<Path>();
      found.forEach(list::add);
      list.sort(null);
      return list;
    } catch (IOException e) {
      LOG.warn("file_sd_configs: {}: {}", glob, e.getMessage());
      return List.of();
    }
  }

  private @Nullable Read read(Path file) {
    var known = files.get(file);
    try {
      var changed = Files.getLastModifiedTime(file);
      long size = Files.size(file);
      if (known != null && known.changed().equals(changed) && known.size() == size) {
        return known;
      }
      return new Read(changed, size, parse(file));
    } catch (JsonProcessingException e) {
      LOG.warn("file_sd_configs: {}: {}", file, e.getOriginalMessage());
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("file_sd_configs: {}: {}", file, e.getMessage());
    }
    return known;
  }

  private List<StaticConfig> parse(Path file) throws IOException {
    var groups = new ArrayList<StaticConfig>();
    for (var node : list(yaml.readTree(file.toFile()), "a list of targets and labels")) {
      groups.add(group(node, file));
    }
    return groups;
  }

  private static StaticConfig group(JsonNode node, Path file) {
    var targets = new ArrayList<String>();
    for (var target : list(node.path("targets"), "targets")) {
      targets.add(target.asText());
    }
    var labels = new TreeMap<String, String>();
    for (var label : node.path("labels").properties()) {
      labels.put(label.getKey(), label.getValue().asText());
    }
    labels.put(FILE_LABEL, file.toString());
    return new StaticConfig(targets, Labels.of(labels));
  }

  private static JsonNode list(@Nullable JsonNode node, String what) {
    if (node == null || !node.isArray()) {
      throw new IllegalArgumentException("expected " + what);
    }
    return node;
  }
}
