package dev.bulkhead.mibs.index;

/** What a place in the tree is, as the window's icons and the command line's words tell it. */
public enum NodeKind {
    ROOT,
    NODE,
    MODULE,
    TABLE,
    ROW,
    COLUMN,
    /** A column that is part of its row's index. */
    INDEX_COLUMN,
    SCALAR,
    NOTIFICATION,
    /** A group, compliance statement or capabilities statement. */
    CONFORMANCE,
    IDENTITY,
    /** A textual convention or type assignment, which has no OID. */
    TYPE
}
