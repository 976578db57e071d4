package dev.bulkhead.mibs;

import dev.bulkhead.mibs.MibCompiler.Compiled;
import dev.bulkhead.mibs.diagnostic.Diagnostic;
import dev.bulkhead.mibs.diagnostic.Diagnostic.Follower;
import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.diagnostic.Suggestion;
import dev.bulkhead.mibs.index.ByteSink;
import dev.bulkhead.mibs.index.ByteView;
import dev.bulkhead.mibs.source.SourceLocation;
import java.nio.ByteBuffer;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A compilation as bytes: its store, and behind it what else there is to know. */
final class CompiledCodec {
    private static final int SIZE_BYTES = 8;

    private CompiledCodec() {}

    static List<ByteBuffer> write(Compiled compiled) {
        ByteBuffer store = compiled.store().duplicate();
        ByteSink rest = new ByteSink(1 << 16);
        rest.writeNumber(compiled.fileCount());
        rest.writeNumber(compiled.versions().size());
        for (ModuleVersions versions : compiled.versions()) {
            rest.writeText(versions.module());
            rest.writeText(versions.reason());
            rest.writeNumber(versions.files().size());
            for (ModuleVersions.Version version : versions.files()) {
                rest.writeText(version.file());
                rest.writeText(version.date());
            }
        }
        rest.writeNumber(compiled.missing().size());
        for (MissingModule missing : compiled.missing()) {
            rest.writeText(missing.name());
            writeTexts(missing.wantedBy(), rest);
        }
        rest.writeNumber(compiled.diagnostics().size());
        compiled.diagnostics().forEach(diagnostic -> write(diagnostic, rest));
        ByteBuffer size = ByteBuffer.allocate(SIZE_BYTES).putLong(store.remaining()).flip();
        return List.of(size, store, ByteBuffer.wrap(rest.toArray()));
    }

    private static void writeTexts(List<String> texts, ByteSink to) {
        to.writeNumber(texts.size());
        texts.forEach(to::writeText);
    }

    private static void write(Diagnostic diagnostic, ByteSink to) {
        to.writeText(diagnostic.code().tag());
        writeTexts(diagnostic.arguments(), to);
        to.writeText(diagnostic.location().file());
        to.writeNumber(diagnostic.location().line());
        to.writeNumber(diagnostic.location().column());
        to.writeNumber(diagnostic.offset());
        to.writeText(diagnostic.sourceLine());
        to.writeNumber(diagnostic.length());
        Suggestion suggestion = diagnostic.suggestion().orElse(null);
        to.writeByte(suggestion == null ? 0 : 1);
        if (suggestion != null) {
            to.writeNumber(suggestion.offset());
            to.writeNumber(suggestion.length());
            to.writeText(suggestion.replacement());
        }
        to.writeNumber(diagnostic.followers().size());
        for (Follower follower : diagnostic.followers()) {
            to.writeText(follower.name());
            to.writeNumber(follower.line());
        }
    }

    static Compiled read(ByteBuffer bytes) {
        int size = Math.toIntExact(bytes.getLong(0));
        ByteBuffer store = bytes.slice(SIZE_BYTES, size);
        ByteView view = new ByteView(bytes, SIZE_BYTES + size);
        int fileCount = view.readInt();
        List<ModuleVersions> versions = new ArrayList<>();
        for (int i = view.readInt(); i > 0; i--) {
            versions.add(readVersions(view));
        }
        List<MissingModule> missing = new ArrayList<>();
        for (int i = view.readInt(); i > 0; i--) {
            missing.add(new MissingModule(view.readText(), readTexts(view)));
        }
        return new Compiled(
                store, new Diagnostics(bytes, view.position()), fileCount, versions, missing);
    }

    private static ModuleVersions readVersions(ByteView view) {
        String module = view.readText();
        String reason = view.readText();
        List<ModuleVersions.Version> files = new ArrayList<>();
        for (int i = view.readInt(); i > 0; i--) {
            files.add(new ModuleVersions.Version(view.readText(), view.readText()));
        }
        return new ModuleVersions(module, files, reason);
    }

    private static List<String> readTexts(ByteView view) {
        List<String> texts = new ArrayList<>();
        for (int i = view.readInt(); i > 0; i--) {
            texts.add(view.readText());
        }
        return texts;
    }

    private static Diagnostic readDiagnostic(ByteView view) {
        DiagnosticCode code = DiagnosticCode.of(view.readText()).orElseThrow();
        List<String> arguments = readTexts(view);
        SourceLocation location =
                new SourceLocation(view.readText(), view.readInt(), view.readInt());
        int offset = view.readInt();
        String line = view.readText();
        int length = view.readInt();
        Optional<Suggestion> suggestion =
                view.readByte() == 0
                        ? Optional.empty()
                        : Optional.of(
                                new Suggestion(view.readInt(), view.readInt(), view.readText()));
        List<Follower> followers = new ArrayList<>();
        for (int i = view.readInt(); i > 0; i--) {
            followers.add(new Follower(view.readText(), view.readInt()));
        }
        return new Diagnostic(
                code, arguments, location, offset, line, length, suggestion, followers);
    }

    /** Read when first looked at: a start needs none. */
    private static final class Diagnostics extends AbstractList<Diagnostic> {
        private final ByteBuffer bytes;
        private final int start;
        private volatile @Nullable List<Diagnostic> all;

        Diagnostics(ByteBuffer bytes, int start) {
            this.bytes = bytes;
            this.start = start;
        }

        private List<Diagnostic> all() {
            List<Diagnostic> known = all;
            if (known == null) {
                ByteView view = new ByteView(bytes, start);
                List<Diagnostic> read = new ArrayList<>();
                for (int i = view.readInt(); i > 0; i--) {
                    read.add(readDiagnostic(view));
                }
                known = List.copyOf(read);
                all = known;
            }
            return known;
        }

        @Override
        public Diagnostic get(int index) {
            return all().get(index);
        }

        @Override
        public int size() {
            return all().size();
        }
    }
}
