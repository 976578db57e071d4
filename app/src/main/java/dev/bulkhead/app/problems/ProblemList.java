package dev.bulkhead.app.problems;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.mibs.diagnostic.Diagnostic;
import dev.bulkhead.mibs.diagnostic.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The problems that are listed, in their groups.
 *
 * @param rows groups and their problems in the order shown
 * @param errors how many errors there are, listed or not
 * @param warnings likewise
 * @param shown how many problems are listed, those of closed groups included
 */
record ProblemList(List<ProblemRow> rows, int errors, int warnings, int shown) {
    static final ProblemList EMPTY = new ProblemList(List.of(), 0, 0, 0);

    /**
     * What is listed and how.
     *
     * @param closed the keys of groups of which only the line is listed
     * @param modules the names of the modules in each file
     */
    record Wish(
            Threshold threshold,
            Grouping grouping,
            String words,
            Set<String> closed,
            Map<String, String> modules) {
        Wish {
            closed = Set.copyOf(closed);
            modules = Map.copyOf(modules);
        }

        /** A group's title: of a file its modules, too. */
        String title(String key) {
            String names = modules.getOrDefault(key, "");
            return grouping != Grouping.FILE || names.isEmpty() || names.equals(key)
                    ? key
                    : Words.text("problems.group.file", names, key);
        }
    }

    /** Lists what is wished for. For many problems this takes its time: off JavaFX's thread. */
    static ProblemList of(List<Diagnostic> all, Wish wish) {
        String[] words = wish.words().strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
        Map<String, List<Diagnostic>> groups = new TreeMap<>();
        int errors = 0;
        int shown = 0;
        for (Diagnostic diagnostic : all) {
            errors += diagnostic.severity().isError() ? 1 : 0;
            if (wish.threshold().shows(diagnostic) && matches(diagnostic, wish, words)) {
                groups.computeIfAbsent(wish.grouping().key(diagnostic), _ -> new ArrayList<>())
                        .add(diagnostic);
                shown++;
            }
        }
        return new ProblemList(rows(groups, wish), errors, all.size() - errors, shown);
    }

    private static List<ProblemRow> rows(Map<String, List<Diagnostic>> groups, Wish wish) {
        List<ProblemRow> rows = new ArrayList<>();
        List<Map.Entry<String, List<Diagnostic>>> inOrder = new ArrayList<>(groups.entrySet());
        inOrder.sort(Comparator.comparingInt(e -> worst(e.getValue()).level()));
        for (Map.Entry<String, List<Diagnostic>> group : inOrder) {
            boolean open = !wish.closed().contains(group.getKey());
            if (wish.grouping() != Grouping.NONE) {
                rows.add(header(wish, group.getKey(), group.getValue(), open));
            }
            if (open || wish.grouping() == Grouping.NONE) {
                group.getValue().stream()
                        .sorted(wish.grouping().order())
                        .map(ProblemRow.One::new)
                        .forEach(rows::add);
            }
        }
        return rows;
    }

    private static ProblemRow header(Wish wish, String key, List<Diagnostic> group, boolean open) {
        int errors = (int) group.stream().filter(d -> d.severity().isError()).count();
        return new ProblemRow.Group(
                key, wish.title(key), worst(group), errors, group.size() - errors, open);
    }

    private static Severity worst(List<Diagnostic> group) {
        return group.stream().map(Diagnostic::severity).min(Severity::compareTo).orElseThrow();
    }

    private static boolean matches(Diagnostic diagnostic, Wish wish, String[] words) {
        if (words.length == 1 && words[0].isEmpty()) {
            return true;
        }
        String text =
                (diagnostic.code().tag()
                                + '\n'
                                + diagnostic.location().file()
                                + '\n'
                                + wish.modules().getOrDefault(diagnostic.location().file(), "")
                                + '\n'
                                + diagnostic.message())
                        .toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
