/// What reads targets (`Collector`, `CollectorType`), and the runner that gives each its turn
/// (`CollectorRunner`): one `TargetLoop` and `Worker` a target, a `Batch` for what a turn brings,
/// and the `Intake` that says what may come in.
@NullMarked
package io.gnomon.collect;

import org.jspecify.annotations.NullMarked;
