package dev.bulkhead.mibs.syntax;

/** A name as written, and where it begins. */
public record Name(String text, int offset) {
    public int end() {
        return offset + text.length();
    }
}
