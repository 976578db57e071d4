package dev.bulkhead.mibs;

import dev.bulkhead.mibs.source.SourceFile;
import dev.bulkhead.mibs.source.SourceLocation;
import dev.bulkhead.mibs.source.TextSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The texts of compiled modules, read again when a description is asked for. The last few stay
 * open, since who reads one description reads its neighbours.
 */
final class OpenedTexts implements Function<String, TextSource> {
    private static final int KEPT = 8;
    private static final String CHANGED =
            "The file has changed since it was compiled; load it again to see its text.";

    private final Map<String, MibText> texts;
    private final Map<String, SourceFile> open = new LinkedHashMap<>(KEPT * 2, 0.75f, true);

    OpenedTexts(Collection<MibText> all) {
        texts = LinkedHashMap.newLinkedHashMap(all.size());
        all.forEach(text -> texts.putIfAbsent(text.name(), text));
    }

    @Override
    public TextSource apply(String name) {
        return new Opened(name);
    }

    /** The text as it was compiled; null if it changed or is gone. */
    private @Nullable SourceFile file(String name) {
        synchronized (open) {
            SourceFile known = open.get(name);
            if (known != null) {
                return known;
            }
            SourceFile read = read(texts.get(name));
            if (read != null) {
                open.put(name, read);
                if (open.size() > KEPT) {
                    open.remove(open.keySet().iterator().next());
                }
            }
            return read;
        }
    }

    private static @Nullable SourceFile read(@Nullable MibText text) {
        try {
            return text == null || hasChanged(text)
                    ? null
                    : SourceFile.ofBytes(text.name(), text.content().read());
        } catch (IOException e) {
            return null;
        }
    }

    private static boolean hasChanged(MibText text) throws IOException {
        Path file = text.path();
        if (file == null) {
            return false;
        }
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        return now.size() != text.size()
                || now.lastModifiedTime().to(TimeUnit.NANOSECONDS) != text.modifiedNanos();
    }

    /** One file's text. */
    private final class Opened implements TextSource {
        private final String name;

        Opened(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String text(int start, int end) {
            SourceFile file = file(name);
            return file == null || end > file.length() ? CHANGED : file.text(start, end);
        }

        @Override
        public SourceLocation location(int offset) {
            SourceFile file = file(name);
            return file == null || offset > file.length()
                    ? new SourceLocation(name, 1, 1)
                    : file.location(offset);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof TextSource source && source.name().equals(name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }
}
