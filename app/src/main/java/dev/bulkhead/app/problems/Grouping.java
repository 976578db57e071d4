package dev.bulkhead.app.problems;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.mibs.diagnostic.Diagnostic;
import java.util.Comparator;

/** What problems are put together by. */
enum Grouping {
    FILE {
        @Override
        String key(Diagnostic diagnostic) {
            return diagnostic.location().file();
        }
    },
    CODE {
        @Override
        String key(Diagnostic diagnostic) {
            return diagnostic.code().tag();
        }
    },
    SEVERITY {
        @Override
        String key(Diagnostic diagnostic) {
            return SeverityLook.word(diagnostic.severity());
        }
    },
    NONE {
        @Override
        String key(Diagnostic diagnostic) {
            return "";
        }
    };

    private static final Comparator<Diagnostic> BY_PLACE =
            Comparator.comparing((Diagnostic d) -> d.location().file())
                    .thenComparingInt(d -> d.location().line())
                    .thenComparingInt(d -> d.location().column());

    abstract String key(Diagnostic diagnostic);

    /** The order of the problems of one group. */
    Comparator<Diagnostic> order() {
        return this == NONE
                ? Comparator.comparingInt((Diagnostic d) -> d.severity().level())
                        .thenComparing(BY_PLACE)
                : BY_PLACE;
    }

    @Override
    public String toString() {
        return Words.text("problems.grouping." + name());
    }
}
