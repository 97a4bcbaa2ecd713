package io.gnomon.notify.wecom;

import java.util.LinkedHashMap;
import java.util.Map;

/// How many parts of a message were taken already, so that a new try goes on from there.
final class Progress {
  private static final int MOST = 1000;

  private final Map<String, Integer> done =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
          return size() > MOST;
        }
      };

  int of(String message) {
    return done.getOrDefault(message, 0);
  }

  void sent(String message) {
    done.merge(message, 1, Integer::sum);
  }

  void finished(String message) {
    done.remove(message);
  }
}
