/// Scraping: `scrape_configs` become targets (`Discovery`, `TargetFinder`), whose pages come over
/// HTTP (`HttpScraper`, `collect.http`) and are parsed where they lie (`collect.exposition`).
@NullMarked
package io.gnomon.collect.scrape;

import org.jspecify.annotations.NullMarked;
