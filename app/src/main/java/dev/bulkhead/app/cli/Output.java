package dev.bulkhead.app.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * Standard output: UTF-8, buffered until flushed. Unlike {@link java.io.PrintStream} it tells when
 * the reader is gone ({@link ClosedOutputException}), and when there is no room ({@link
 * UnwritableOutputException}).
 */
final class Output {
    private final OutputStream raw;
    private final BufferedWriter writer;
    private final BooleanSupplier isRead;

    Output(OutputStream stream) {
        this(stream, () -> false);
    }

    private Output(OutputStream stream, BooleanSupplier isRead) {
        raw = stream;
        writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        this.isRead = isRead;
    }

    /** That of this process. */
    static Output ofThisProcess() {
        return new Output(new FileOutputStream(FileDescriptor.out), Output::isReadByAProgram);
    }

    /** Whether standard output is a pipe or socket; false where that cannot be found out. */
    private static boolean isReadByAProgram() {
        try {
            String link = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
            return link.startsWith("pipe:") || link.startsWith("socket:");
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** The system tells of a pipe in the user's language. */
    private RuntimeException because(IOException e) {
        String words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return words.contains("pipe") || isRead.getAsBoolean()
                ? new ClosedOutputException(e)
                : new UnwritableOutputException(e);
    }

    /** Writes text as it is. */
    synchronized void print(String text) {
        try {
            writer.write(text);
        } catch (IOException e) {
            throw because(e);
        }
    }

    void println(String line) {
        print(line + "\n");
    }

    /** The same as octets; closing it flushes only. */
    OutputStream stream() {
        return new OutputStream() {
            @Override
            public void write(int octet) {
                write(new byte[] {(byte) octet}, 0, 1);
            }

            @Override
            public void write(byte[] octets, int from, int length) {
                writeOctets(octets, from, length);
            }
        };
    }

    private synchronized void writeOctets(byte[] octets, int from, int length) {
        flush();
        try {
            raw.write(octets, from, length);
        } catch (IOException e) {
            throw because(e);
        }
    }

    synchronized void flush() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw because(e);
        }
    }
}
