package dev.bulkhead.app.naming;

import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.model.MibModule;
import dev.bulkhead.mibs.model.OidDefinition;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** The known names most like one that is not known, as the end of a message. */
final class NearestNames {
    private static final int AT_MOST = 9;

    private NearestNames() {}

    static String ofDefinitions(MibIndex index, String name) {
        Stream<Definition> placed =
                index.modules().stream()
                        .flatMap(m -> m.definitions().stream())
                        .filter(OidDefinition.class::isInstance);
        List<String> names =
                near(placed, Definition::name, name).stream()
                        .map(near -> index.definitions(near.name()).getFirst().qualifiedName())
                        .toList();
        return words(names);
    }

    static String ofModules(MibIndex index, String name) {
        return words(
                near(index.modules().stream(), MibModule::name, name).stream()
                        .map(MibModule::name)
                        .toList());
    }

    private static String words(List<String> near) {
        return near.isEmpty()
                ? ""
                : "; nearest: " + String.join(", ", near.stream().distinct().limit(3).toList());
    }

    private static <T> List<T> near(Stream<T> all, Function<T, String> name, String wanted) {
        String lower = wanted.toLowerCase(Locale.ROOT);
        int limit = Math.max(1, wanted.length() / 3);
        record Near<T>(T what, int distance) {}
        return all.map(t -> new Near<>(t, distance(lower, name.apply(t), limit)))
                .filter(n -> n.distance() <= limit)
                .sorted(Comparator.comparingInt(Near::distance))
                .limit(AT_MOST)
                .map(Near::what)
                .toList();
    }

    /** Changes of one character that lead from one to the other, up to {@code limit} + 1. */
    static int distance(String lower, String other, int limit) {
        if (Math.abs(lower.length() - other.length()) > limit) {
            return limit + 1;
        }
        String to = other.toLowerCase(Locale.ROOT);
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= lower.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (lower.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return Math.min(row[to.length()], limit + 1);
    }
}
