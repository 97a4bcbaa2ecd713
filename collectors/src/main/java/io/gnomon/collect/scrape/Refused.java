package io.gnomon.collect.scrape;

import io.gnomon.collect.Collector;
import io.gnomon.collect.RefusedException;
import io.gnomon.collect.Source;

/// What stands in for a target that cannot be scraped as it is configured, so that it shows with
/// `up` 0 and the reason.
record Refused(String why) implements Source {
  @Override
  public Collector create() {
    return _ -> {
      throw new RefusedException(why);
    };
  }
}
