package dev.bulkhead.engine.recording;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file of text, each octet a character of ISO 8859-1, with bounds on the file and on
 * a line. One thread.
 */
public final class BoundedLines implements AutoCloseable {
    /** An octet string of 65,535 octets in hexadecimal, its OID and its tag are shorter. */
    static final int MAX_LINE = 160_000;

    private final Path file;
    private final InputStream in;
    private byte[] line = new byte[256];
    private int number;
    private boolean torn;

    private BoundedLines(Path file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    /**
     * Opens a file.
     *
     * @throws RecordingException if it is no plain file, larger than so many octets, or cannot be
     *     read
     */
    public static BoundedLines open(Path file, long maxOctets) throws RecordingException {
        try {
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new NoSuchFileException(file.toString());
            }
            if (!Files.isRegularFile(file)) {
                throw new RecordingException(file + " is no plain file: give one of text");
            }
            long octets = Files.size(file);
            if (octets > maxOctets) {
                throw new RecordingException(
                        file
                                + " has "
                                + octets
                                + " octets, more than the "
                                + maxOctets
                                + " that are read: give a smaller one");
            }
            return new BoundedLines(file, new BufferedInputStream(Files.newInputStream(file)));
        } catch (RecordingException e) {
            throw e;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static RecordingException unreadable(Path file, IOException e) {
        return new RecordingException(
                "cannot read the recording "
                        + file
                        + " ("
                        + e.getClass().getSimpleName()
                        + "): check that the file exists and may be read",
                e);
    }

    /**
     * The next line, without its end; null after the last.
     *
     * @throws RecordingException if it is too long, or the file cannot be read on
     */
    public @Nullable String next() throws RecordingException {
        int length = 0;
        number++;
        try {
            for (int octet = in.read(); octet != '\n'; octet = in.read()) {
                if (octet < 0) {
                    torn = length > 0;
                    return length == 0 ? null : text(length);
                }
                if (length == MAX_LINE) {
                    throw new RecordingException(
                            at() + "a line of more than " + MAX_LINE + " characters");
                }
                if (length == line.length) {
                    line = Arrays.copyOf(line, Math.min(2 * length, MAX_LINE));
                }
                line[length++] = (byte) octet;
            }
            return text(length);
        } catch (RecordingException e) {
            throw e;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private String text(int length) {
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        return new String(line, 0, end, StandardCharsets.ISO_8859_1);
    }

    /** The last line's number, from 1. */
    public int number() {
        return number;
    }

    /** Whether the last line has no line feed: its writer may have been stopped within it. */
    public boolean isTorn() {
        return torn;
    }

    /** {@code FILE:LINE: }, for messages on the last line. */
    public String at() {
        return file + ":" + number + ": ";
    }

    @Override
    public void close() throws RecordingException {
        try {
            in.close();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }
}
