package dev.bulkhead.mibs;

import dev.bulkhead.mibs.check.CheckedModule;
import dev.bulkhead.mibs.check.Checks;
import dev.bulkhead.mibs.diagnostic.Diagnostic;
import dev.bulkhead.mibs.diagnostic.DiagnosticSink;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.model.MibModule;
import dev.bulkhead.mibs.parser.FileParser;
import dev.bulkhead.mibs.source.SourceFile;
import dev.bulkhead.mibs.source.TextSource;
import dev.bulkhead.mibs.syntax.ModuleSyntax;
import java.util.List;
import java.util.Optional;

/**
 * Checks a compiled module by the rules of RFC 2578 to 2580 that compiling does not need. Off the
 * way of compiling: the module's file is read and parsed again.
 */
public final class ModuleCheck {
    private ModuleCheck() {}

    /** What the rules say of a module; nothing if its file is gone or has changed. Blocks. */
    public static List<Diagnostic> check(MibIndex index, String module) {
        Optional<SourceFile> file = index.source(module).flatMap(TextSource::file);
        Optional<MibModule> model = index.module(module);
        if (file.isEmpty() || model.isEmpty()) {
            return List.of();
        }
        DiagnosticSink sink = new DiagnosticSink(file.get());
        for (ModuleSyntax syntax : new FileParser().parse(new DiagnosticSink(file.get()))) {
            if (syntax.name().text().equals(module)) {
                Checks.run(new CheckedModule(syntax, model.get(), index, sink));
                break;
            }
        }
        return sink.diagnostics();
    }
}
