package dev.bulkhead.mibs.index;

/** The parts of a {@link MibStore}'s buffer, in their order. */
final class Section {
    static final int MODULE_BLOCKS = 0;
    static final int MODULE_FIRSTS = 1;
    static final int MODULE_NAME_STARTS = 2;
    static final int NAME_STARTS = 3;
    static final int DEFINITION_NODES = 4;
    static final int DEFINITION_OFFSETS = 5;
    static final int NODE_PARENTS = 6;
    static final int NODE_SUB_IDENTIFIERS = 7;
    static final int NODE_CHILDREN = 8;
    static final int NODE_FIRSTS = 9;
    static final int NODE_DEFINITIONS = 10;
    static final int NAME_ORDER = 11;
    static final int MODULE_NAMES = 12;
    static final int NAMES = 13;
    static final int KINDS = 14;
    static final int DEMERITS = 15;
    static final int NODE_FLAGS = 16;
    static final int BLOCKS = 17;
    static final int COUNT = 18;

    private Section() {}
}
