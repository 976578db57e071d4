package dev.bulkhead.app.netsnmp;

import dev.bulkhead.engine.job.Secret;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads net-snmp's configuration files line by line, with what they include (snmp_config(5)).
 *
 * <p>Never fails on a line: what cannot be used is remarked upon and the rest is read. Limits: a
 * file of 1 MiB, 16 files deep, 1000 files in all.
 */
final class ConfReader {
    private static final int MAX_OCTETS = 1 << 20;
    private static final int MAX_DEPTH = 16;
    private static final int MAX_FILES = 1000;
    private static final String SNMP = "snmp";

    /** The types of net-snmp's own files; lines of theirs are not ours. */
    private static final Set<String> TYPES =
            Set.of(SNMP, "snmpapp", "snmpd", "snmptrapd", "agentx", "snmpget", "snmpwalk");

    private final ConfFolders folders;
    private final List<Path> files = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();

    ConfReader(ConfFolders folders) {
        this.folders = folders;
    }

    /** Those that were read, in order. */
    List<Path> files() {
        return files;
    }

    List<Remark> remarks() {
        return remarks;
    }

    void remark(Place place, String message) {
        remarks.add(new Remark(place, message));
    }

    /**
     * Reads a file, if it is there.
     *
     * @param type what its lines are of: {@code snmp}, or {@code snmpapp}
     * @return whether it was read
     */
    boolean read(Path file, String type, Settings into) {
        return read(file, type, into, 0);
    }

    private boolean read(Path file, String type, Settings into, int depth) {
        if (depth > MAX_DEPTH || files.size() >= MAX_FILES) {
            remark(new Place(file, 0), "not read: too many files include one another");
            return true;
        }
        Optional<byte[]> octets = octets(file);
        if (octets.isEmpty()) {
            return false;
        }
        files.add(file);
        String current = type;
        int number = 0;
        int from = 0;
        byte[] all = octets.get();
        boolean secrets = false;
        for (int i = 0; i <= all.length; i++) {
            if (i == all.length || all[i] == '\n') {
                Place place = new Place(file, ++number);
                Optional<String> line = text(ByteBuffer.wrap(all, from, i - from), place);
                from = i + 1;
                if (line.isPresent()) {
                    Line taken = new Line(place, current, into, depth);
                    current = taken.take(line.get());
                    secrets |= taken.secret;
                }
            }
        }
        if (secrets) {
            OpenFile.remark(file).ifPresent(message -> remark(new Place(file, 0), message));
        }
        return true;
    }

    private Optional<byte[]> octets(Path file) {
        try {
            if (Files.isDirectory(file)) {
                return Optional.empty();
            }
            if (Files.size(file) > MAX_OCTETS) {
                remark(new Place(file, 0), "not read: it has more than a mebibyte");
                return Optional.empty();
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            remark(new Place(file, 0), "cannot be read: " + e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private Optional<String> text(ByteBuffer octets, Place place) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(octets).toString());
        } catch (CharacterCodingException e) {
            remark(place, "not read: it is not UTF-8");
            return Optional.empty();
        }
    }

    /** A line, and where it stands. */
    private final class Line {
        private final Place place;
        private final String type;
        private final Settings into;
        private final int depth;
        private boolean secret;

        Line(Place place, String type, Settings into, int depth) {
            this.place = place;
            this.type = type;
            this.into = into;
            this.depth = depth;
        }

        /** Takes it; returns the type of the lines that follow. */
        String take(String line) {
            LineWords words = new LineWords(line);
            if (words.isAtEnd()) {
                return type;
            }
            String word = words.next();
            if (!word.startsWith("[")) {
                token(type, word, words);
                return type;
            }
            if (!word.endsWith("]")) {
                remark(place, "not read: the closing ] is missing");
                return type;
            }
            String named = word.substring(1, word.length() - 1);
            if (!TYPES.contains(named)) {
                remark(place, "not read: its [...] names no program of net-snmp");
                return words.isAtEnd() ? named : type;
            }
            if (words.isAtEnd()) {
                return named;
            }
            token(named, words.next(), words);
            return type;
        }

        private void token(String of, String word, LineWords words) {
            String lower = word.toLowerCase(Locale.ROOT);
            if (lower.startsWith("include")) {
                include(of, lower, words);
            } else if (of.equals(SNMP)) {
                Optional<Token> token = Token.of(word);
                if (token.isPresent()) {
                    value(token.get(), words);
                } else if (!Token.isOther(word)) {
                    remark(place, "not read: it begins with no token of snmp.conf");
                }
            }
        }

        private void value(Token token, LineWords words) {
            if (words.isAtEnd()) {
                remark(place, token.spelling() + " has no value");
                return;
            }
            secret |= token.isSecret();
            if (token.isNotTaken()) {
                remark(place, token.spelling() + " is not taken: " + token.why());
            }
            into.put(token, new Setting(new Secret(words.rest()), place));
        }

        private void include(String of, String word, LineWords words) {
            if (words.isAtEnd()) {
                remark(place, "its include names no file");
                return;
            }
            String name = words.rest();
            try {
                switch (word) {
                    case "includefile" -> file(of, place.file().resolveSibling(name));
                    case "includedir" -> folder(of, Path.of(name));
                    case "includesearch" -> search(of, name);
                    default -> remark(place, "not read: includes are includeFile, includeDir");
                }
            } catch (InvalidPathException e) {
                remark(place, "its include names no file");
            }
        }

        private void file(String of, Path file) {
            if (!read(file, of, into, depth + 1)) {
                remark(place, "the included file " + file + " is not there");
            }
        }

        private void search(String of, String name) {
            String plain = name.endsWith(".conf") ? name.substring(0, name.length() - 5) : name;
            boolean found = false;
            for (Path each : folders.files(plain)) {
                found |= read(each, of, into, depth + 1);
            }
            if (!found) {
                remark(place, "the included file " + name + " is in no folder of net-snmp's");
            }
        }

        private void folder(String of, Path folder) {
            List<Path> found = new ArrayList<>();
            try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*.conf")) {
                all.forEach(found::add);
            } catch (IOException e) {
                remark(place, "the included folder " + folder + " cannot be read");
            }
            found.stream().sorted().forEach(file -> file(of, file));
        }
    }
}
