package dev.bulkhead.app.cli;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.naming.UnknownNameException;
import dev.bulkhead.mibs.index.MibNode;
import dev.bulkhead.mibs.smi.Oid;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The name that a regular expression matches best ({@code -Ib}): earliest in the name; of those the
 * shortest name; of those the first in the tree.
 */
final class BestMatch {
    private BestMatch() {}

    /**
     * Its OID.
     *
     * @throws UnknownNameException if no name matches, or the text is no expression
     */
    static Oid find(String expression, MibNames names) throws UnknownNameException {
        Matcher matcher = compile(expression).matcher("");
        MibNode best = null;
        int bestStart = Integer.MAX_VALUE;
        Deque<MibNode> pending = new ArrayDeque<>();
        pending.push(names.index().root());
        while (!pending.isEmpty()) {
            MibNode node = pending.pop();
            node.children().reversed().forEach(pending::push);
            if (matcher.reset(node.name()).find()
                    && (best == null
                            || matcher.start() < bestStart
                            || (matcher.start() == bestStart
                                    && node.name().length() < best.name().length()))) {
                best = node;
                bestStart = matcher.start();
            }
        }
        if (best == null) {
            throw new UnknownNameException("no loaded name matches " + expression);
        }
        return best.oid();
    }

    private static Pattern compile(String expression) throws UnknownNameException {
        try {
            return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException e) {
            throw new UnknownNameException(
                    "\"" + expression + "\" is no regular expression: " + e.getDescription());
        }
    }
}
