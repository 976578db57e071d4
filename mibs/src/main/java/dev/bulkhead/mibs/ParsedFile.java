package dev.bulkhead.mibs;

import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.diagnostic.DiagnosticSink;
import dev.bulkhead.mibs.parser.FileParser;
import dev.bulkhead.mibs.source.SourceFile;
import dev.bulkhead.mibs.syntax.ModuleSyntax;
import java.util.List;

/** A file that was read and parsed, and how it came to be asked for. */
record ParsedFile(Origin origin, DiagnosticSink sink, List<ModuleSyntax> modules) {
    /** Where a file comes from; an earlier origin wins over a later one. */
    enum Origin {
        BASE,
        USER,
        LIBRARY,
        /** Used only where something imports it. */
        IMPORTS_ONLY
    }

    static ParsedFile of(Origin origin, SourceFile file, FileParser parser) {
        DiagnosticSink sink = new DiagnosticSink(file);
        return new ParsedFile(origin, sink, parser.parse(sink));
    }

    /** A file of the user's that could not be read, and why. */
    static ParsedFile unreadable(Origin origin, String name, String reason) {
        return refused(origin, name, DiagnosticCode.UNREADABLE, reason);
    }

    /** A file that is too large to be a MIB. */
    static ParsedFile tooLarge(Origin origin, String name, long size) {
        String found = (size >> 20) + " MiB, more than the " + (TextParser.MAX_FILE_BYTES >> 20);
        return refused(origin, name, DiagnosticCode.FILE_TOO_LARGE, found);
    }

    /** A file that is told of and not read. */
    static ParsedFile refused(
            Origin origin, String name, DiagnosticCode code, String... arguments) {
        DiagnosticSink sink = new DiagnosticSink(SourceFile.ofText(name, ""));
        sink.report(code, 0, 0, arguments);
        return new ParsedFile(origin, sink, List.of());
    }
}
