package io.gnomon.collect.scrape;

import io.gnomon.collect.Collector;
import io.gnomon.collect.Source;
import io.gnomon.collect.http.Address;
import io.gnomon.collect.http.HttpSettings;

/// A page to scrape and how to fetch it.
record Endpoint(Address address, HttpSettings settings) implements Source {
  @Override
  public Collector create() {
    return new HttpScraper(address, settings);
  }
}
