package io.gnomon.collect.celery;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.Delivery;
import io.gnomon.collect.DownException;
import io.gnomon.collect.server.TrustedCertificates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/// Celery over RabbitMQ. Events come from the topic exchange `celeryev` into a queue of our own
/// that ends with us; the length of a queue is what declaring it passively answers.
final class RabbitBroker implements Broker {
  private static final String EVENTS = "celeryev";
  private static final int HEARTBEAT_SECONDS = 10;
  private static final int CONNECT_MILLIS = 2000;
  private static final int READ_MILLIS = 3000;

  private final CeleryConfig config;
  private final EventBook book;
  private final Listener listener = new Listener(this::hear);
  private volatile @Nullable Connection hearing;
  private @Nullable Connection asking;

  RabbitBroker(CeleryConfig config, EventBook book) {
    this.config = config;
    this.book = book;
  }

  @Override
  public void listen() {
    listener.start();
  }

  private Connection connect() throws IOException, TimeoutException {
    var factory = new ConnectionFactory();
    factory.setHost(config.broker().host());
    factory.setPort(config.broker().port(config.isTls() ? 5671 : 5672));
    factory.setUsername(config.user());
    factory.setPassword(config.secret().reveal());
    factory.setVirtualHost(virtualHost());
    factory.setRequestedHeartbeat(HEARTBEAT_SECONDS);
    factory.setConnectionTimeout(CONNECT_MILLIS);
    factory.setHandshakeTimeout(READ_MILLIS);
    factory.setChannelRpcTimeout(READ_MILLIS);
    factory.setAutomaticRecoveryEnabled(false); // the listener connects anew itself
    if (config.isTls()) {
      factory.useSslProtocol(tls());
      factory.enableHostnameVerification();
    }
    return factory.newConnection("gnomon");
  }

  /// `amqp://host//` names the virtual host `/`, which is also the usual one.
  private String virtualHost() {
    var path = config.broker().path();
    return path.length() > 1 ? path.substring(1) : "/";
  }

  private SSLContext tls() throws IOException {
    try {
      var context = SSLContext.getInstance("TLS");
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(config.caFile() == null ? null : TrustedCertificates.read(config.caFile()));
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("TLS: " + e.getMessage(), e);
    }
  }

  /// The exchange is declared as Celery declares it, else RabbitMQ refuses.
  private void hear(Runnable heard) throws IOException, TimeoutException, InterruptedException {
    var ended = new CountDownLatch(1);
    try (var connection = connect()) {
      hearing = connection;
      connection.addShutdownListener(_ -> ended.countDown());
      var channel = connection.createChannel();
      channel.exchangeDeclare(EVENTS, "topic", true, false, null);
      var queue = channel.queueDeclare().getQueue();
      channel.queueBind(queue, EVENTS, "#");
      channel.basicConsume(queue, true, (_, delivery) -> take(delivery), _ -> ended.countDown());
      book.setConnected(true);
      heard.run();
      ended.await();
    } catch (AlreadyClosedException _) {
      // it ended by itself
    } finally {
      hearing = null;
      book.setConnected(false);
    }
  }

  private void take(Delivery delivery) {
    book.take(() -> {
      KombuEnvelope.expectJson(delivery.getProperties().getContentType());
      return delivery.getBody();
    });
  }

  @Override
  public Queues queues(Set<String> names) throws DownException {
    try {
      var connection = asking();
      var found = new LinkedHashMap<String, Queue>();
      for (var name : names) {
        ask(connection, name, found);
      }
      return new Queues(found, -1, List.of());
    } catch (IOException | TimeoutException | AlreadyClosedException e) {
      throw RabbitWords.down(config, e);
    }
  }

  /// A queue that does not exist costs the channel, so each has its own.
  private static void ask(Connection connection, String name, Map<String, Queue> found)
      throws IOException, TimeoutException {
    try (var channel = connection.createChannel()) {
      var queue = channel.queueDeclarePassive(name);
      found.put(name, new Queue(queue.getMessageCount(), queue.getConsumerCount()));
    } catch (IOException | AlreadyClosedException e) {
      if (!connection.isOpen()) {
        throw e;
      }
    }
  }

  private Connection asking() throws IOException, TimeoutException {
    var connection = asking;
    if (connection == null || !connection.isOpen()) {
      connection = connect();
      asking = connection;
    }
    return connection;
  }

  @Override
  public void enableEvents() throws DownException {
    var properties =
        new BasicProperties.Builder()
            .contentType(KombuEnvelope.JSON)
            .contentEncoding("utf-8")
            .headers(Map.of("clock", 1, "expires", 0))
            .build();
    try (Channel channel = asking().createChannel()) {
      channel.basicPublish(
          Control.EXCHANGE, "", properties, Control.ENABLE_EVENTS.getBytes(StandardCharsets.UTF_8));
    } catch (IOException | TimeoutException | AlreadyClosedException e) {
      throw RabbitWords.down(config, e);
    }
  }

  @Override
  public void close() {
    listener.close();
    abort(hearing);
    abort(asking);
  }

  private static void abort(@Nullable Connection connection) {
    if (connection != null) {
      connection.abort();
    }
  }
}
