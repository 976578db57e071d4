package dev.bulkhead.app.cli;

import dev.bulkhead.mibs.Compilation;
import dev.bulkhead.mibs.MibCompiler;
import dev.bulkhead.mibs.MibRepository;
import dev.bulkhead.mibs.diagnostic.Diagnostic;
import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.diagnostic.DiagnosticText;
import dev.bulkhead.mibs.diagnostic.Explanation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** {@code compile --explain}: what a code means, shown by an example that is compiled now. */
record ExplainCode(Output output) {
    private static final int NEAR = 3;

    /** Explains these codes, or lists all if there is none or {@code list}. */
    void print(List<String> tags) throws UsageException {
        if (tags.isEmpty() || tags.equals(List.of("list"))) {
            for (DiagnosticCode code : DiagnosticCode.values()) {
                String message = code.explanation().message().replace("%s", "...");
                output.println(
                        "%d %-28s %s".formatted(code.severity().level(), code.tag(), message));
            }
            return;
        }
        for (String tag : tags) {
            explain(DiagnosticCode.of(tag).orElseThrow(() -> unknown(tag)));
        }
    }

    private static UsageException unknown(String tag) {
        List<String> near =
                Arrays.stream(DiagnosticCode.values())
                        .map(DiagnosticCode::tag)
                        .filter(known -> isNear(tag.toLowerCase(Locale.ROOT), known))
                        .sorted(Comparator.comparingInt(known -> -commonBegin(tag, known)))
                        .limit(NEAR)
                        .toList();
        return new UsageException(
                "there is no code "
                        + tag
                        + (near.isEmpty() ? "" : "; nearest: " + String.join(", ", near))
                        + "; --explain list names all");
    }

    /** Whether the one holds the other, or they share a word of some length, or begin alike. */
    private static boolean isNear(String typed, String known) {
        return (typed.length() > 2 && known.contains(typed))
                || typed.contains(known)
                || (typed.length() > 4 && known.startsWith(typed.substring(0, 5)))
                || Stream.of(typed.split("-"))
                        .filter(word -> word.length() > 4)
                        .anyMatch(known::contains);
    }

    private static int commonBegin(String a, String b) {
        int mismatch = Arrays.mismatch(a.toCharArray(), b.toCharArray());
        return mismatch < 0 ? a.length() : mismatch;
    }

    private void explain(DiagnosticCode code) {
        Explanation explanation = code.explanation();
        output.println(
                "%s: severity %d (%s)"
                        .formatted(
                                code.tag(),
                                code.severity().level(),
                                code.severity().isError() ? "error" : "warning"));
        output.println("  " + explanation.message().replace("%s", "..."));
        if (!explanation.story().isEmpty()) {
            output.println("\n" + explanation.story());
        }
        output.println("\nnote: " + explanation.note());
        output.println("help: " + explanation.help());
        if (!explanation.examples().isEmpty()) {
            example(explanation.examples());
        }
    }

    private void example(Map<String, String> files) {
        try (ScratchFolder folder = ScratchFolder.create()) {
            example(files, folder.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void example(Map<String, String> files, Path folder) throws IOException {
        for (String name : files.keySet().stream().sorted().toList()) {
            String text = files.getOrDefault(name, "");
            output.println("\n--- " + name);
            output.print(text.endsWith("\n") ? text : text + "\n");
            Files.writeString(folder.resolve(Path.of(name).getFileName()), text);
        }
        output.println("\nThe compiler says:");
        Compilation compilation =
                MibCompiler.compile(
                        MibRepository.baseOnly()
                                .withSources(List.of(folder))
                                .withLibraryForImports());
        for (Diagnostic diagnostic : compilation.diagnostics()) {
            String prefix = folder + folder.getFileSystem().getSeparator();
            output.print(DiagnosticText.render(diagnostic).replace(prefix, ""));
        }
    }
}
