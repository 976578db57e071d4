package dev.bulkhead.app.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;

/**
 * Standard output: UTF-8, buffered until flushed. Unlike {@link java.io.PrintStream} it tells when
 * the reader is gone.
 */
final class Output {
    private final BufferedWriter writer;

    Output(OutputStream stream) {
        writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    }

    /** Writes text as it is. */
    synchronized void print(String text) {
        try {
            writer.write(text);
        } catch (IOException e) {
            throw new ClosedOutputException(e);
        }
    }

    void println(String line) {
        print(line + "\n");
    }

    synchronized void flush() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw new ClosedOutputException(e);
        }
    }
}
