package dev.bulkhead.mibs;

import dev.bulkhead.mibs.source.SourceFile;
import dev.bulkhead.mibs.source.SourceLocation;
import dev.bulkhead.mibs.source.TextSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The texts of compiled modules, read again when a description is asked for. The last few stay
 * open, since who reads one description reads its neighbours.
 */
final class OpenedTexts implements Function<String, TextSource> {
    private static final int KEPT = 8;
    private static final String CHANGED =
            "The file has changed since it was compiled; load it again to see its text.";

    private final Supplier<List<MibText>> listed;
    private @Nullable Map<String, MibText> texts;
    private final Map<String, SourceFile> open = new LinkedHashMap<>(KEPT * 2, 0.75f, true);

    /**
     * @param listed the texts on disk; asked when the first text is
     */
    OpenedTexts(Supplier<List<MibText>> listed) {
        this.listed = listed;
    }

    /** Called with the lock held. */
    private @Nullable MibText text(String name) {
        Map<String, MibText> known = texts;
        if (known == null) {
            known = new HashMap<>();
            for (MibText text : listed.get()) {
                known.putIfAbsent(text.name(), text);
            }
            texts = known;
        }
        MibText text = known.get(name);
        return text == null ? BuiltInTexts.find(name) : text;
    }

    @Override
    public TextSource apply(String name) {
        return new Opened(name);
    }

    /** The text as it was compiled, read anew; null if it changed or is gone. */
    @Nullable SourceFile read(String name) {
        MibText text;
        synchronized (open) {
            text = text(name);
        }
        return read(text);
    }

    /** The text as it was compiled; null if it changed or is gone. */
    private @Nullable SourceFile file(String name) {
        synchronized (open) {
            SourceFile known = open.get(name);
            if (known != null) {
                return known;
            }
            SourceFile read = read(text(name));
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
            SourceFile file = OpenedTexts.this.file(name);
            return file == null || end > file.length() ? CHANGED : file.text(start, end);
        }

        @Override
        public Optional<SourceFile> file() {
            return Optional.ofNullable(OpenedTexts.this.file(name));
        }

        @Override
        public SourceLocation location(int offset) {
            SourceFile file = OpenedTexts.this.file(name);
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
