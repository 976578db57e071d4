package dev.bulkhead.app.source;

/**
 * A piece of one line in one ink.
 *
 * @param column 0-based, in characters of the line
 * @param text as it stands in the file
 */
record Piece(int column, String text, Ink ink) {
    int end() {
        return column + text.length();
    }
}
