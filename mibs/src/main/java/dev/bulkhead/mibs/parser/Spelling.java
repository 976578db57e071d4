package dev.bulkhead.mibs.parser;

import dev.bulkhead.mibs.lexer.Distance;
import dev.bulkhead.mibs.lexer.Keyword;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which keyword a misspelt word was meant to be: {@code DISCRIPTION}, {@code MAX_ACCESS}. */
final class Spelling {
    private static final Keyword[] ALL = Keyword.values();

    private Spelling() {}

    /** The keyword nearest to a word, if it is near enough to be meant. */
    static @Nullable Keyword nearest(String word, Predicate<Keyword> among) {
        if (word.length() < 4 || word.length() > 24) {
            return null;
        }
        String upper = word.toUpperCase(Locale.ROOT).replace('_', '-');
        Keyword best = null;
        int bestDistance = word.length() < 8 ? 2 : 3;
        for (Keyword keyword : ALL) {
            if (among.test(keyword)) {
                int distance = Distance.between(upper, keyword.word(), bestDistance);
                if (distance < bestDistance) {
                    bestDistance = distance;
                    best = keyword;
                }
            }
        }
        return best;
    }
}
