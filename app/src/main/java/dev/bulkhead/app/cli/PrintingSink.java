package dev.bulkhead.app.cli;

import dev.bulkhead.app.export.InertText;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.pollrun.RowsText;
import dev.bulkhead.app.pollrun.Sink;
import dev.bulkhead.app.pollrun.Told;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Prints what a run tells on standard output; ends the run when nobody reads it. */
final class PrintingSink implements Sink {
    private final Terminal terminal;
    private final Format format;
    private final RowsText rows;
    private final CompletableFuture<Void> over;

    /**
     * A sink.
     *
     * @param over is completed with the exception if standard output cannot be written
     */
    PrintingSink(Query query, MibNames names, CompletableFuture<Void> over) {
        this.terminal = query.terminal();
        this.format = query.format();
        this.over = over;
        this.rows =
                switch (format) {
                    case TEXT -> RowsText.text(names);
                    case CSV -> RowsText.csv();
                    case JSON -> RowsText.json(names);
                    case JSONL -> RowsText.jsonLines(names);
                };
    }

    @Override
    public void take(Told told) {
        print(format == Format.TEXT ? InertText.of(rows.of(told)) : rows.of(told));
    }

    private void print(String text) {
        if (over.isDone() || text.isEmpty()) {
            return;
        }
        try {
            terminal.out().print(text);
        } catch (RuntimeException e) {
            over.completeExceptionally(e);
        }
    }

    @Override
    public void tick(Instant now) {
        if (over.isDone()) {
            return;
        }
        try {
            terminal.out().flush();
        } catch (RuntimeException e) {
            over.completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        print(rows.end());
        tick(Instant.EPOCH);
    }
}
