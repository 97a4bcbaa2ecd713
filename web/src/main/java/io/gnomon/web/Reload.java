package io.gnomon.web;

import io.gnomon.web.yaml.ConfigException;

/// Reads the configuration again and puts it in force. What is wrong changes nothing.
@FunctionalInterface
public interface Reload {
  void run() throws ConfigException;
}
