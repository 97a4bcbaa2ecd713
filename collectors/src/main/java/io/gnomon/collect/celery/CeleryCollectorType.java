package io.gnomon.collect.celery;

import com.fasterxml.jackson.core.JsonFactory;
import io.gnomon.collect.Collector;
import io.gnomon.collect.CollectorType;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Celery by its broker; that of `CELERY_BROKER_URL` when none is configured.
public final class CeleryCollectorType implements CollectorType<CeleryConfig> {
  @Override
  public String name() {
    return "celery";
  }

  @Override
  public Class<CeleryConfig> config() {
    return CeleryConfig.class;
  }

  @Override
  public String instance(CeleryConfig config) {
    return config.instance();
  }

  @Override
  public List<CeleryConfig> found(Map<String, String> environment) {
    var url = environment.getOrDefault("CELERY_BROKER_URL", "");
    return url.isBlank() ? List.of() : List.of(CeleryConfig.of(url));
  }

  @Override
  public Collector create(CeleryConfig config) {
    var book = new EventBook(config.silence(), System::nanoTime);
    var broker =
        config.isRedis()
            ? new RedisBroker(config, book, new KombuEnvelope(new JsonFactory()), System::nanoTime)
            : new RabbitBroker(config, book);
    return new CeleryCollector(config, book, broker, InstantSource.system());
  }
}
