package io.gnomon.web.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;

/// Logback's settings, found by `ServiceLoader`: in code, for no XML is read at the start then.
public final class LogSettings extends ContextAwareBase implements Configurator {
  @Override
  public ExecutionStatus configure(LoggerContext context) {
    var lines = new PatternLayoutEncoder();
    lines.setContext(context);
    lines.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{0}: %msg%n%rEx{full}");
    lines.start();
    var errors = new ConsoleAppender<ILoggingEvent>();
    errors.setContext(context);
    errors.setTarget("System.err");
    errors.setEncoder(lines);
    errors.start();
    var root = context.getLogger("ROOT");
    root.setLevel(Level.WARN);
    root.addAppender(errors);
    context.getLogger("io.gnomon").setLevel(Level.INFO);
    // It logs a taken port with its stack; the command line says it in one line.
    context.getLogger("io.javalin").setLevel(Level.OFF);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
