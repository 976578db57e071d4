package dev.bulkhead.app.about;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The file NOTICE. Of it are understood the entries: two spaces, names with commas between and
 * perhaps a version; below, six spaces in, {@code name; licence; address}, and then remarks.
 */
public final class Notice {
    private static final String ENTRY = "  ";
    private static final String DETAIL = "      ";

    private Notice() {}

    /** The works that this build comes with, in the order of the file. */
    public static List<ThirdParty> shipped() {
        return read(text("NOTICE"));
    }

    static List<ThirdParty> read(String notice) {
        List<String> lines = notice.lines().toList();
        List<ThirdParty> works = new ArrayList<>();
        for (int i = 0; i + 1 < lines.size(); i++) {
            String[] facts = lines.get(i + 1).strip().split("; ", -1);
            boolean isEntry =
                    lines.get(i).startsWith(ENTRY)
                            && !lines.get(i).startsWith(ENTRY + " ")
                            && lines.get(i + 1).startsWith(DETAIL)
                            && facts.length == 3;
            if (isEntry) {
                works.add(entry(lines.get(i).strip(), facts, remarks(lines, i + 2)));
            }
        }
        return works;
    }

    private static ThirdParty entry(String head, String[] facts, List<String> remarks) {
        int last = head.lastIndexOf(' ');
        boolean hasVersion = last > 0 && Character.isDigit(head.charAt(last + 1));
        String version = hasVersion ? head.substring(last + 1) : "";
        String files = hasVersion ? head.substring(0, last) : head;
        return new ThirdParty(
                facts[0], List.of(files.split(", ", -1)), version, facts[1], facts[2], remarks);
    }

    private static List<String> remarks(List<String> lines, int from) {
        return lines.subList(from, lines.size()).stream()
                .takeWhile(line -> line.startsWith(DETAIL))
                .map(String::strip)
                .toList();
    }

    /** The text of a licence. */
    static String licence(String name) {
        String file =
                switch (name) {
                    case "Apache-2.0" -> "Apache-2.0";
                    case "MIT" -> "MIT";
                    case "BSD-3-Clause" -> "BSD-3-Clause";
                    case "OFL-1.1" -> "OFL-1.1";
                    case "GPL-2.0 with Classpath Exception" -> "GPL-2.0-with-classpath-exception";
                    case "public domain" -> "SQLite";
                    default -> throw new IllegalArgumentException("no text of licence " + name);
                };
        return text("licenses/" + file + ".txt");
    }

    private static String text(String file) {
        try (InputStream in = Notice.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
