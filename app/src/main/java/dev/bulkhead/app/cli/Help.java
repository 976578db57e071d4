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
        return text(page + ".txt");
    }

    /** A text that lies beside the help pages. */
    static String text(String file) {
        try (InputStream in = Help.class.getResourceAsStream("help/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the help text " + file + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
