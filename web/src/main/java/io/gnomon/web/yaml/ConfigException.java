package io.gnomon.web.yaml;

/// What is wrong with a configuration, in one line: file, line, column, key, what was expected.
public final class ConfigException extends Exception {
  private static final long serialVersionUID = 1;

  public ConfigException(String message) {
    super(message);
  }
}
