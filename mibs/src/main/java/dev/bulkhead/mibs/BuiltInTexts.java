package dev.bulkhead.mibs;

import dev.bulkhead.mibs.ParsedFile.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The MIB texts on the class path: the base modules and the standard library. */
final class BuiltInTexts {
    private static final List<String> BASE =
            List.of(
                    "SNMPv2-SMI",
                    "SNMPv2-TC",
                    "SNMPv2-CONF",
                    "RFC1155-SMI",
                    "RFC-1212",
                    "RFC-1215");

    private BuiltInTexts() {}

    static List<MibText> base() {
        return BASE.stream().map(name -> resource(Origin.BASE, name, "base/" + name)).toList();
    }

    /** The built-in text of a name that a module gives its file; null if there is none. */
    static @Nullable MibText find(String name) {
        String path = BASE.contains(name) ? "base/" + name : "library/" + name;
        return BuiltInTexts.class.getResource(path) == null
                ? null
                : resource(Origin.LIBRARY, name, path);
    }

    /** The standard library. */
    static List<MibText> library(Origin origin) {
        try (InputStream list = BuiltInTexts.class.getResourceAsStream("library/index.txt")) {
            if (list == null) {
                throw new IllegalStateException(
                        "the standard MIB library is not on the class path");
            }
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(BuiltInTexts::isSmi)
                    .map(path -> resource(origin, path, "library/" + path))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The library's distribution has make files and texts of another language, SMIng, beside. */
    private static boolean isSmi(String path) {
        return !path.isBlank() && !path.contains("Makefile") && !path.contains("NMRG-SMING");
    }

    private static MibText resource(Origin origin, String name, String path) {
        return new MibText(origin, name, null, -1, -1, () -> read(path));
    }

    private static byte[] read(String path) throws IOException {
        try (InputStream stream = BuiltInTexts.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IOException("not on the class path: " + path);
            }
            return stream.readAllBytes();
        }
    }
}
