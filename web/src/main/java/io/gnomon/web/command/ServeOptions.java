package io.gnomon.web.command;

import io.gnomon.model.ByteSize;
import io.gnomon.model.Durations;
import io.gnomon.web.config.Address;
import io.gnomon.web.config.Config;
import io.gnomon.web.config.Storage;
import io.gnomon.web.config.Web;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/// What the command line says of a server; it wins over the file. The names are Prometheus's.
public final class ServeOptions {
  @Option(
      names = {"--config", "--config.file"},
      paramLabel = "FILE",
      description = "The configuration (default: gnomon.yml, if there is one).")
  @Nullable Path config;

  @Option(
      names = "--storage.tsdb.path",
      paramLabel = "DIR",
      description = "The data directory (default: data).")
  @Nullable Path path;

  @Option(
      names = "--storage.tsdb.retention.time",
      paramLabel = "TIME",
      converter = ToDuration.class,
      description = "How long samples are kept, such as 30d.")
  @Nullable Duration retentionTime;

  @Option(
      names = "--storage.tsdb.retention.size",
      paramLabel = "SIZE",
      converter = ToSize.class,
      description = "What samples may take on the disk, such as 2GB.")
  @Nullable ByteSize retentionSize;

  @Option(
      names = "--web.listen-address",
      paramLabel = "HOST:PORT",
      converter = ToAddress.class,
      description = "Where pages and API are served (default: 127.0.0.1:9090).")
  @Nullable Address listen;

  @Option(
      names = "--web.external-url",
      paramLabel = "URL",
      description = "The address under which people reach the server.")
  @Nullable URI externalUrl;

  Config over(Config config) {
    return config.with(over(config.storage()), over(config.web()));
  }

  private Storage over(Storage storage) {
    return new Storage(
        path == null ? storage.path() : path,
        retentionTime == null ? storage.retentionTime() : retentionTime,
        retentionSize == null ? storage.retentionSize() : retentionSize,
        storage.forceEveryCommit());
  }

  private Web over(Web web) {
    return new Web(
        listen == null ? web.listen() : listen,
        externalUrl == null ? web.externalUrl() : externalUrl,
        web.basicAuthUsers(),
        web.roles(),
        web.tls());
  }

  static final class ToDuration implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      return Durations.parse(text);
    }
  }

  static final class ToSize implements ITypeConverter<ByteSize> {
    @Override
    public ByteSize convert(String text) {
      return ByteSize.parse(text);
    }
  }

  static final class ToAddress implements ITypeConverter<Address> {
    @Override
    public Address convert(String text) {
      return Address.parse(text);
    }
  }
}
