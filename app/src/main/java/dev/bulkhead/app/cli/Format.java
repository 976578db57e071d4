package dev.bulkhead.app.cli;

import java.util.Locale;

/** What {@code --format} can be. */
enum Format {
    TEXT,
    CSV,
    JSON,
    JSONL;

    static Format of(Arguments arguments) throws UsageException {
        String name = arguments.value("--format").orElse("text");
        for (Format format : values()) {
            if (format.word().equals(name)) {
                return format;
            }
        }
        throw new UsageException("--format is text, csv, json or jsonl, not \"" + name + "\"");
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
