package dev.bulkhead.app.pollrun;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A CSV file with a row for each round of each series: a value, or a gap with its reason; and rows
 * for what happened.
 */
public final class CsvSink implements Sink {
    private final CsvRows rows = new CsvRows();
    private final LineFile file;

    /**
     * Opens a file.
     *
     * @throws IOException if it cannot be written, or another program writes it
     */
    public CsvSink(Path file, Rotation rotation, Consumer<String> say) throws IOException {
        this.file =
                new LineFile(
                        file,
                        rows.header(),
                        rotation,
                        (series, span) ->
                                rows.gapLine(series, span.from(), span.to(), span.reason()),
                        say);
    }

    @Override
    public void take(Told told) {
        Optional<RunSeries> series =
                switch (told) {
                    case Told.Value value -> Optional.of(value.series());
                    case Told.Gap gap -> Optional.of(gap.series());
                    case Told.Happened _, Told.Job _ -> Optional.empty();
                };
        String line = rows.of(told);
        if (!line.isEmpty()) {
            file.append(line, series, told.time());
        }
    }

    @Override
    public void tick(Instant now) {
        file.flush(now);
    }

    @Override
    public void close() {
        file.close();
    }
}
