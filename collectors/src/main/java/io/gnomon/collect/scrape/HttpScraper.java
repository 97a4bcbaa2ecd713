package io.gnomon.collect.scrape;

import io.gnomon.collect.Collector;
import io.gnomon.collect.exposition.ExpositionParser;
import io.gnomon.collect.http.Address;
import io.gnomon.collect.http.HttpClient;
import io.gnomon.collect.http.HttpSettings;
import io.gnomon.model.SampleSink;
import java.io.IOException;
import java.security.GeneralSecurityException;

/// Fetches a page and parses it where it lies.
final class HttpScraper implements Collector {
  private final HttpClient client;
  private final ExpositionParser parser = new ExpositionParser();

  HttpScraper(Address address, HttpSettings settings) {
    this.client = new HttpClient(address, settings);
  }

  @Override
  public void collect(SampleSink sink) throws IOException, GeneralSecurityException {
    var format = client.get(parser.text());
    parser.parse(format, sink);
  }

  @Override
  public void close() {
    client.close();
  }
}
