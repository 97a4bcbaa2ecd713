package io.gnomon.web;

import io.gnomon.collect.CollectorRunner;
import io.gnomon.collect.micrometer.SelfRegistry;
import io.gnomon.promql.Options;
import io.gnomon.rules.Alerting;
import io.gnomon.store.Store;
import io.gnomon.web.api.Queries;
import io.gnomon.web.config.Config;
import java.time.InstantSource;
import java.util.function.Supplier;

/// What addresses are answered from.
///
/// @param config the configuration in force
record Parts(
    Store store,
    Queries queries,
    Options options,
    CollectorRunner collectors,
    Alerting alerting,
    SelfRegistry meters,
    InstantSource clock,
    Supplier<Config> config,
    Reload reload) {}
