package dev.bulkhead.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The help pages: {@code help/VERB.txt}, each fitting a screen of 80 by 40. */
final class Help {
    private Help() {}

    static String page(String name) throws UsageException {
        if (!name.equals("bulkhead") && !Verbs.has(name)) {
            throw Verbs.unknown(name);
        }
        String page =
                switch (name) {
                    case "getnext", "getbulk" -> "get";
                    case "inform" -> "trap";
                    default -> name;
                };
        try (InputStream in = Help.class.getResourceAsStream("help/" + page + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("the help page of " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
