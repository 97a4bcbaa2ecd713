package io.gnomon.store;

import java.util.ArrayDeque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What went wrong with the files, in words: logged, and the latest kept for the status page.
final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Store.class);
  private static final int KEPT = 100;

  private final ArrayDeque<String> latest = new ArrayDeque<>();
  private long count;

  synchronized void add(String problem) {
    LOG.warn(problem);
    if (latest.size() == KEPT) {
      latest.removeFirst();
    }
    latest.addLast(problem);
    count++;
  }

  synchronized List<String> latest() {
    return List.copyOf(latest);
  }

  synchronized long count() {
    return count;
  }
}
