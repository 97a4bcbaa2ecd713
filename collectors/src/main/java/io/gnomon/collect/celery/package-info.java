/// Celery, by the events its workers send and the lengths of its queues, over Redis or RabbitMQ. A
/// `Broker` brings the messages, `EventReader` takes them apart, `Tasks` and `Workers` count.
@NullMarked
package io.gnomon.collect.celery;

import org.jspecify.annotations.NullMarked;
