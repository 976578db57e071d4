package dev.bulkhead.app.cli;

import dev.bulkhead.mibs.diagnostic.Diagnostic;
import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.diagnostic.DiagnosticText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is wrong with one file, on one screen however much it is: equal faults together, the worst
 * first, two places of each.
 *
 * @param shown what the view shows of it, by place
 * @param hidden how many faults the view does not show
 */
record FileFaults(String file, List<Diagnostic> shown, int hidden) {
    private static final int SCREEN = 40;
    private static final int PLACES = 2;
    private static final int KEPT_FOR_REST = 6;

    /** The files with faults, by name. */
    static List<FileFaults> of(List<Diagnostic> diagnostics, FaultView view) {
        Map<String, List<Diagnostic>> byFile = new LinkedHashMap<>();
        for (Diagnostic diagnostic : diagnostics) {
            byFile.computeIfAbsent(diagnostic.location().file(), f -> new ArrayList<>())
                    .add(diagnostic);
        }
        List<FileFaults> files = new ArrayList<>();
        byFile.forEach((file, all) -> {
            List<Diagnostic> shown = view.of(all);
            files.add(new FileFaults(file, shown, all.size() - shown.size()));
        });
        return files;
    }

    /** The worst first: by the worst fault, then by how many errors; what is no MIB file last. */
    static Comparator<FileFaults> worstFirst() {
        return Comparator.comparingInt(FileFaults::worst)
                .thenComparingLong(f -> -FaultCount.of(f.shown).errors())
                .thenComparingInt(f -> -f.shown.size())
                .thenComparing(FileFaults::file);
    }

    private int worst() {
        boolean isOther = shown.stream().allMatch(d -> d.code() == DiagnosticCode.NO_MODULE);
        return isOther
                ? Integer.MAX_VALUE
                : shown.stream().mapToInt(d -> d.severity().level()).min().orElseThrow();
    }

    /** One line. */
    String summary() {
        return file + ": " + FaultCount.of(shown) + (hidden == 0 ? "" : ", " + hidden + " hidden");
    }

    /** Each fault in full. */
    List<String> inFull() {
        List<String> lines = new ArrayList<>();
        shown.forEach(d -> DiagnosticText.render(d).lines().forEach(lines::add));
        return lines;
    }

    /** At most {@value #SCREEN} lines. */
    List<String> onOneScreen() {
        List<List<Diagnostic>> groups = groups();
        List<String> end = end();
        List<String> lines = new ArrayList<>();
        lines.add(summary());
        int room = SCREEN - end.size();
        int done = 0;
        for (List<Diagnostic> group : groups) {
            int rest = groups.size() - done - 1;
            List<String> block = block(group);
            if (lines.size() + block.size() + Math.min(rest, KEPT_FOR_REST) <= room) {
                lines.addAll(block);
            } else if (lines.size() + 1 + Math.min(rest, 1) <= room) {
                lines.add(brief(group));
            } else {
                break;
            }
            done++;
        }
        if (done < groups.size()) {
            int faults = groups.stream().skip(done).mapToInt(List::size).sum();
            lines.add(
                    "and %s of %s; --all shows all"
                            .formatted(
                                    FaultCount.words(faults, "fault"),
                                    FaultCount.words(groups.size() - done, "more kind")));
        }
        lines.addAll(end);
        return lines;
    }

    private List<List<Diagnostic>> groups() {
        Map<DiagnosticCode, List<Diagnostic>> byCode = new LinkedHashMap<>();
        shown.forEach(d -> byCode.computeIfAbsent(d.code(), c -> new ArrayList<>()).add(d));
        List<List<Diagnostic>> groups = new ArrayList<>(byCode.values());
        groups.sort(
                Comparator.comparingInt((List<Diagnostic> g) -> g.getFirst().severity().level())
                        .thenComparingInt(g -> -g.size()));
        return groups;
    }

    private static List<String> block(List<Diagnostic> group) {
        StringBuilder text = new StringBuilder();
        for (Diagnostic place : group.subList(0, Math.min(PLACES, group.size()))) {
            text.append(DiagnosticText.place(place)).append(DiagnosticText.withIt(place));
        }
        text.append(DiagnosticText.advice(group.getFirst().code()));
        if (group.size() > PLACES) {
            text.append("      and ").append(group.size() - PLACES).append(" more like it\n");
        }
        return text.toString().lines().toList();
    }

    private static String brief(List<Diagnostic> group) {
        String line = DiagnosticText.oneLine(group.getFirst());
        return group.size() == 1 ? line : line + " (and " + (group.size() - 1) + " more like it)";
    }

    private List<String> end() {
        long mendable = shown.stream().filter(d -> d.suggestion().isPresent()).count();
        return mendable == 0
                ? List.of()
                : List.of(
                        "%d of %d can be mended: bulkhead compile %s --fix --to FOLDER"
                                .formatted(mendable, shown.size(), file));
    }
}
