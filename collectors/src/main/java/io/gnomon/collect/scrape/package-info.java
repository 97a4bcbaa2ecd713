/// Scraping: `scrape_configs` become targets (`Discovery`, `TargetFinder`), a target's page comes
/// over HTTP (`HttpScraper`, `HttpExchange`) and is parsed where it lies (`collect.exposition`).
@NullMarked
package io.gnomon.collect.scrape;

import org.jspecify.annotations.NullMarked;
