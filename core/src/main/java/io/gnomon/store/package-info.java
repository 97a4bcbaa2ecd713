/// The database: rows of scrapes in a ring outside the heap, and the series they belong to.
///
/// The way of a row: `RowAppender` collects it, `HotSlot` publishes it, `Archive` seals many of
/// them with `FrameWriter` and `ColumnEncoder` into a frame of the `Ring`. The way back:
/// `SeriesReader` asks each `Home` of a `Series`, `ColumnReader` decodes frames and copies hot
/// rows. `Catalogue`, `LabelIndex` and `SeriesMap` find series; `RingRecovery` and `HotRecovery`
/// find all of it again.
@NullMarked
package io.gnomon.store;

import org.jspecify.annotations.NullMarked;
