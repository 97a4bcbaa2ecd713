package io.gnomon.collect.celery;

import io.gnomon.collect.DownException;
import io.gnomon.collect.redis.RedisConnection;
import io.gnomon.collect.redis.RedisWords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisException;

/// Celery over Redis. A queue is four lists, one for each step of priority; events are published to
/// channels that begin with the number of the database.
final class RedisBroker implements Broker {
  /// Stands between a queue's name and a priority, and between the parts of a binding.
  static final String SEPARATOR = "\u0006\u0016";

  /// Priorities 0 to 2 have the bare name.
  private static final List<String> PRIORITIES = List.of("", "3", "6", "9");

  private final CeleryConfig config;
  private final int database;
  private final RedisConnection connection;
  private final RedisEvents events;
  private final Listener listener;
  private final RedisBindings bindings;

  RedisBroker(CeleryConfig config, EventBook book, KombuEnvelope envelope, LongSupplier nanoClock) {
    this.config = config;
    this.database = config.redis().database();
    this.connection = new RedisConnection(config.redis(), database);
    this.events = new RedisEvents(config, book, envelope);
    this.listener = new Listener(events::hear);
    this.bindings = new RedisBindings(config.prefix(), nanoClock);
  }

  @Override
  public void listen() {
    listener.start();
  }

  @Override
  public Queues queues(Set<String> names) throws DownException {
    try {
      return connection.ask(jedis -> queues(jedis, names));
    } catch (JedisException | IOException e) {
      throw RedisWords.down(config.redis(), e);
    }
  }

  private Queues queues(Jedis jedis, Set<String> names) {
    var all = new TreeSet<>(names);
    all.addAll(bindings.queues(jedis));
    var lengths = new LinkedHashMap<String, List<Response<Long>>>();
    try (var pipeline = jedis.pipelined()) {
      for (var name : all) {
        lengths.put(name, keys(name).map(pipeline::llen).toList());
      }
      var unacknowledged = pipeline.hlen(config.prefix() + "unacked");
      pipeline.sync();
      return new Queues(sums(lengths), unacknowledged.get(), bindings.warnings());
    }
  }

  private Stream<String> keys(String queue) {
    var key = config.prefix() + queue;
    return PRIORITIES.stream().map(p -> p.isEmpty() ? key : key + SEPARATOR + p);
  }

  private static Map<String, Queue> sums(Map<String, List<Response<Long>>> lengths) {
    var sums = new LinkedHashMap<String, Queue>();
    lengths.forEach((name, steps) ->
        sums.put(name, new Queue(steps.stream().mapToLong(Response::get).sum(), -1)));
    return sums;
  }

  @Override
  public void enableEvents() throws DownException {
    var channel = config.prefix() + "/" + database + "." + Control.EXCHANGE;
    var message = KombuEnvelope.seal(Control.EXCHANGE, Control.ENABLE_EVENTS);
    try {
      connection.ask(jedis ->
          jedis.publish(
              channel.getBytes(StandardCharsets.UTF_8), message.getBytes(StandardCharsets.UTF_8)));
    } catch (JedisException | IOException e) {
      throw RedisWords.down(config.redis(), e);
    }
  }

  @Override
  public void close() {
    listener.close();
    events.close();
    connection.close();
  }
}
