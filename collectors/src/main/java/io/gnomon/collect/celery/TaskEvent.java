package io.gnomon.collect.celery;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What can happen to a task. Failures are counted apart, by exception.
enum TaskEvent {
  SENT("Sent when a task message is published."),
  RECEIVED("Sent when the worker receives a task."),
  STARTED("Sent just before the worker executes the task."),
  SUCCEEDED("Sent if the task executed successfully."),
  FAILED("Sent if the execution of the task failed."),
  RETRIED("Sent if the task failed, but will be retried in the future."),
  REVOKED("Sent if the task has been revoked."),
  REJECTED("The task was rejected by the worker.");

  private static final Map<String, TaskEvent> BY_TYPE =
      Arrays.stream(values()).collect(Collectors.toMap(TaskEvent::type, Function.identity()));

  private final String help;

  TaskEvent(String help) {
    this.help = help;
  }

  static Optional<TaskEvent> of(String type) {
    return Optional.ofNullable(BY_TYPE.get(type));
  }

  String type() {
    return "task-" + word();
  }

  String metric() {
    return "celery_task_" + word() + "_total";
  }

  String help() {
    return help;
  }

  private String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
