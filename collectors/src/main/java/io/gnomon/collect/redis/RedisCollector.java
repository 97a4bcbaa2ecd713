package io.gnomon.collect.redis;

import io.gnomon.collect.Collector;
import io.gnomon.collect.DownException;
import io.gnomon.collect.line.Row;
import io.gnomon.collect.line.Series;
import io.gnomon.model.SampleSink;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/// Asks one server for INFO and the length of its slow log; nothing else, and never for keys.
final class RedisCollector implements Collector {
  private static final double MILLIS = 1e3;

  private final RedisConfig config;
  private final RedisConnection connection;
  private final InstantSource clock;
  private final InfoReader info = new InfoReader(InfoFields.load());
  private final Row up = Row.of(Series.of(Series.gauge("redis_up", "Whether the server answers.")));
  private final Row slowLog =
      Row.of(Series.of(Series.gauge("redis_slowlog_length", "Entries in the slow log.")));
  private List<String> warnings = List.of();
  private long before;

  RedisCollector(RedisConfig config, InstantSource clock) {
    this.config = config;
    this.connection = new RedisConnection(config, 0);
    this.clock = clock;
  }

  @Override
  public void collect(SampleSink sink) throws DownException {
    long now = clock.millis();
    try {
      byte[] answer = connection.ask(jedis -> (byte[]) jedis.sendCommand(Command.INFO, "all"));
      info.read(answer, now / MILLIS, before, sink);
      warnings = connection.ask(jedis -> readSlowLog(jedis, sink));
      up.into(sink).put(0, 1);
      before = now;
    } catch (JedisException | IOException e) {
      up.into(sink).put(0, 0);
      throw RedisWords.down(config, e);
    }
  }

  private List<String> readSlowLog(Jedis jedis, SampleSink sink) {
    try {
      slowLog.into(sink).put(0, jedis.slowlogLen());
      return List.of();
    } catch (JedisDataException e) {
      return List.of(
          "the slow log's length is not shown, the server refuses it: grant +slowlog|len ("
              + e.getMessage()
              + ")");
    }
  }

  @Override
  public List<String> warnings() {
    return warnings;
  }

  @Override
  public void close() {
    connection.close();
  }
}
