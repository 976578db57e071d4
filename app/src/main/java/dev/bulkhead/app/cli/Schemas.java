package dev.bulkhead.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What a line of {@code --format jsonl} is: {@code schema/VERB.json}, each a JSON Schema (2020-12).
 */
final class Schemas {
    private Schemas() {}

    /** The schema of a verb's lines. */
    static String of(String verb) throws UsageException {
        String name =
                switch (verb) {
                    case "get", "getnext", "getbulk", "walk", "set", "table" -> "value";
                    default -> verb;
                };
        try (InputStream in = Schemas.class.getResourceAsStream("schema/" + name + ".json")) {
            if (in == null) {
                throw new UsageException(verb + " prints no JSON Lines");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
