package dev.bulkhead.app.cli;

import dev.bulkhead.app.naming.OidStyle;
import java.util.HashSet;
import java.util.Set;

/**
 * How values are written as text: net-snmp's {@code -O} letters.
 *
 * @param oids how OIDs are written
 * @param letters the other letters given, of {@code abeqQtTUvxX}
 */
record TextStyle(OidStyle oids, Set<Character> letters) {
    private static final String KNOWN = "abeqQtTUvxX";

    /** How octets look: the last one given counts. */
    private static final Set<Character> OCTETS = Set.of('a', 'x');

    /** No user gives it. */
    private static final char ONE_LINE = '1';

    TextStyle {
        letters = Set.copyOf(letters);
    }

    /** Reads all {@code -O} of a command line. */
    static TextStyle of(Arguments arguments) throws UsageException {
        OidStyle oids = OidStyle.MODULE;
        Set<Character> letters = new HashSet<>();
        for (String word : arguments.all("-O")) {
            for (int i = 0; i < word.length(); i++) {
                char letter = word.charAt(i);
                switch (letter) {
                    case 'n' -> oids = oids.withForm(OidStyle.Form.NUMERIC);
                    case 'f' -> oids = oids.withForm(OidStyle.Form.FULL);
                    case 's' -> oids = oids.withForm(OidStyle.Form.SUFFIX);
                    case 'S' -> oids = oids.withForm(OidStyle.Form.MODULE);
                    case 'u' -> oids = oids.withForm(OidStyle.Form.UCD);
                    case 'b' -> oids = oids.withBreakDown(false);
                    case 'X' -> oids = oids.withBrackets(true);
                    default -> {
                        if (KNOWN.indexOf(letter) < 0) {
                            throw new UsageException(
                                    "unknown flag -O"
                                            + letter
                                            + "; there are -O n f s S u b X q Q e t T U v x a");
                        }
                        letters.removeAll(letter == 'a' || letter == 'x' ? OCTETS : Set.of());
                        letters.add(letter);
                    }
                }
            }
        }
        boolean quick = letters.contains('q') || letters.contains('Q');
        return new TextStyle(oids.withTyped(!quick), letters);
    }

    boolean isNumeric() {
        return oids.form() == OidStyle.Form.NUMERIC;
    }

    private boolean has(char letter) {
        return letters.contains(letter);
    }

    /** Values without their types ({@code -Oq}, {@code -OQ}). */
    boolean quick() {
        return has('q') || has('Q');
    }

    /** {@code =} between name and value even where values are quick ({@code -OQ}). */
    boolean equalsSign() {
        return !has('q') || has('Q');
    }

    /** No remark on values of the wrong type ({@code -OQ}). */
    boolean anyType() {
        return has('Q');
    }

    boolean valuesOnly() {
        return has('v');
    }

    boolean numericLabels() {
        return has('e');
    }

    boolean numericTicks() {
        return has('t');
    }

    boolean units() {
        return !has('U');
    }

    boolean allText() {
        return has('a');
    }

    boolean allHex() {
        return has('x');
    }

    /** Text beside hex ({@code -OT}). */
    boolean textBesideHex() {
        return has('T');
    }

    /** Whether many octets in hex stay on one line, unlike net-snmp's. */
    boolean isOnOneLine() {
        return has(ONE_LINE);
    }

    TextStyle onOneLine() {
        return with(ONE_LINE);
    }

    TextStyle withQuick() {
        return with('q');
    }

    private TextStyle with(char letter) {
        Set<Character> more = new HashSet<>(letters);
        more.add(letter);
        return new TextStyle(oids, more);
    }
}
