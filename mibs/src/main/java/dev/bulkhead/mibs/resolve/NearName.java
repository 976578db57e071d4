package dev.bulkhead.mibs.resolve;

import dev.bulkhead.mibs.lexer.Distance;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The name that an unknown one is probably misspelt from. */
final class NearName {
    private static final int SHORTEST = 6;
    private static final int FARTHEST = 3;
    private static final int MAX_LOOKED_AT = 20_000;

    private NearName() {}

    /** The only name one or two letters away that begins alike; null if none, or several. */
    static @Nullable String of(String unknown, Collection<String> known) {
        if (unknown.length() < SHORTEST || known.size() > MAX_LOOKED_AT) {
            return null;
        }
        String best = null;
        int bestDistance = FARTHEST;
        boolean several = false;
        for (String name : known) {
            if (name.charAt(0) == unknown.charAt(0)) {
                int distance =
                        Distance.between(unknown, name, Math.min(FARTHEST, bestDistance + 1));
                if (distance < bestDistance) {
                    best = name;
                    bestDistance = distance;
                    several = false;
                } else if (distance == bestDistance && distance < FARTHEST) {
                    several = true;
                }
            }
        }
        return several ? null : best;
    }
}
