package dev.bulkhead.app.polling;

/**
 * What rows share.
 *
 * @param names what things are called
 * @param watch is told what happens beside values
 */
record PollContext(PollNames names, PollWatch watch) {
    /** What a row is called: {@code ifHCInOctets.9}, or a formula's name. */
    String nameOf(PollRow row) {
        return row.title().isEmpty() ? names.shortName(row.instance()) : row.title();
    }
}
