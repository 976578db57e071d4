package dev.bulkhead.mibs.model;

/** What an OBJECT-TYPE is in the conceptual table model (RFC 2578 §7.1.12). */
public enum ObjectKind {
    SCALAR("scalar"),
    TABLE("table"),
    ROW("row"),
    COLUMN("column");

    private final String word;

    ObjectKind(String word) {
        this.word = word;
    }

    /** The word people use for it. */
    public String word() {
        return word;
    }
}
