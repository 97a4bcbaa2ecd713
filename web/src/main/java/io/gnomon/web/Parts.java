package io.gnomon.web;

import io.gnomon.collect.CollectorRunner;
import io.gnomon.collect.micrometer.SelfRegistry;
import io.gnomon.notify.api.AlertmanagerApi;
import io.gnomon.promql.Options;
import io.gnomon.rules.Alerting;
import io.gnomon.store.Store;
import io.gnomon.web.api.Queries;
import io.gnomon.web.config.Config;
import io.gnomon.web.page.Dashboards;
import io.gnomon.web.yaml.ConfigException;
import java.time.InstantSource;
import java.util.function.Supplier;

/// What addresses are answered from.
///
/// @param config the configuration in force
/// @param reloadError why the newest configuration is not the one in force; empty when it is
record Parts(
    Store store,
    Queries queries,
    Options options,
    CollectorRunner collectors,
    Alerting alerting,
    SelfRegistry meters,
    InstantSource clock,
    Supplier<Config> config,
    Supplier<Dashboards> dashboards,
    Reload reload,
    Supplier<String> reloadError) {
  AlertmanagerApi alertmanager() {
    return new AlertmanagerApi(
        config.get().notifying(),
        alerting.notifications(),
        alerting.book(),
        alerting.silences(),
        clock);
  }

  /// Puts the configuration as it is now in force; throws what is wrong with it.
  @FunctionalInterface
  interface Reload {
    void run() throws ConfigException;
  }
}
