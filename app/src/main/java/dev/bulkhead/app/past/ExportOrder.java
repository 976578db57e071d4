package dev.bulkhead.app.past;

import dev.bulkhead.app.history.HistoryExport;
import dev.bulkhead.app.history.Level;
import java.nio.file.Path;

/**
 * What the user wants to have exported.
 *
 * @param from the first moment, milliseconds since 1970
 * @param to the first moment after it
 */
record ExportOrder(
        Path target,
        HistoryExport.Form form,
        Level level,
        long from,
        long to,
        boolean mayReplace) {}
