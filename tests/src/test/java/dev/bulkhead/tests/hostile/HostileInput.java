package dev.bulkhead.tests.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An input that was made to hurt.
 *
 * @param name of its file; a test is called by it
 * @param writer writes it, and files that belong to it, into a folder
 * @param must what has to come of it
 * @param symbol a name that must be in the dump if it is loaded
 */
record HostileInput(String name, Writer writer, Must must, String symbol) {
    /** What has to come of an input. In all cases the program ends and says so in order. */
    enum Must {
        /** Its symbol is there. */
        LOAD,
        /** A message names the file. */
        BE_NAMED,
        /** Its symbol is there, and a message names the file. */
        LOAD_AND_BE_NAMED,
        /** Its symbol is there, or a message names the file. */
        LOAD_OR_BE_NAMED
    }

    /** Writes an input. */
    interface Writer {
        void write(Path folder) throws IOException;
    }

    static HostileInput text(String name, Must must, String symbol, String text) {
        return bytes(name, must, symbol, text.getBytes(StandardCharsets.UTF_8));
    }

    static HostileInput bytes(String name, Must must, String symbol, byte[] bytes) {
        return new HostileInput(
                name, folder -> Files.write(folder.resolve(name), bytes), must, symbol);
    }

    @Override
    public String toString() {
        return name;
    }
}
