package dev.bulkhead.mibs.input;

/**
 * Reads a text's bytes forwards and knows at each place whether it is code, comment or string, and
 * which name stands last, with or without an OID in braces behind it.
 *
 * <p>A comment runs to the end of its line: most vendors read it so, and where one ended it with
 * {@code --} (X.208 §8.6) the rest of the line hardly ever opens a string.
 */
final class CodeReader {
    private static final int MAX_TAGS = 6;

    /**
     * So far behind the word DEFINITIONS may the assignment be: else hostile text costs its square.
     */
    private static final int MAX_AHEAD = 1024;

    private enum State {
        CODE,
        COMMENT,
        STRING
    }

    private final byte[] text;
    private final int length;
    private int at;
    private State state = State.CODE;
    private int commentStart;
    private int markedTo = -1;
    private int marks;
    private int nameStart;
    private int nameEnd;

    /** Braces open since the name; a name inside braces does not count. */
    private int braces;

    CodeReader(byte[] text, int length) {
        this.text = text;
        this.length = length;
    }

    static boolean isNamePart(byte b) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '0' && b <= '9')
                || b == '-'
                || b == '_';
    }

    boolean isInCode() {
        return state == State.CODE;
    }

    boolean isInString() {
        return state == State.STRING;
    }

    boolean hasName() {
        return nameEnd > nameStart && braces == 0;
    }

    int nameStart() {
        return nameStart;
    }

    int nameEnd() {
        return nameEnd;
    }

    /** Begins anew in code, for example behind a header that was believed. */
    void restartAt(int offset) {
        at = Math.max(at, offset);
        state = State.CODE;
        forgetName();
    }

    private void forgetName() {
        nameStart = 0;
        nameEnd = 0;
        braces = 0;
    }

    /** Reads on; {@code target} is where a word begins. */
    void readTo(int target) {
        while (at < target) {
            switch (state) {
                case COMMENT -> at = endOfLine(target);
                case STRING -> at = endOfString(target);
                case CODE -> code(target);
            }
        }
    }

    private int endOfLine(int target) {
        int i = at;
        while (i < target && text[i] != '\n' && text[i] != '\r') {
            i++;
        }
        if (i < target) {
            state = State.CODE;
        }
        return i;
    }

    private int endOfString(int target) {
        int i = at;
        while (i < target && text[i] != '"') {
            i++;
        }
        if (i < target) {
            state = State.CODE;
            return i + 1;
        }
        return i;
    }

    private void code(int target) {
        byte b = text[at];
        if (b == '-' && at + 1 < length && text[at + 1] == '-') {
            commentStart = at;
            state = State.COMMENT;
            at += 2;
        } else if (b == '"') {
            state = State.STRING;
            at++;
            forgetName();
        } else if (isNamePart(b)) {
            word(target);
        } else {
            symbol(b);
            at++;
        }
    }

    private void symbol(byte b) {
        if (b == '{') {
            braces++;
        } else if (b == '}') {
            braces--;
            if (braces < 0) {
                forgetName();
            }
        } else if (b > ' ' && braces == 0) {
            forgetName(); // beyond ASCII (b < 0) may be a blank or a byte order mark
        }
    }

    private void word(int target) {
        int start = at;
        at = endOfWord(start, target);
        if (braces == 0) {
            nameStart = start;
            nameEnd = at;
        }
    }

    private int endOfWord(int start, int end) {
        int i = start + 1;
        while (i < end
                && isNamePart(text[i])
                && !(text[i] == '-' && i + 1 < length && text[i + 1] == '-')) {
            i++;
        }
        return i;
    }

    /**
     * Whether this place in a comment lies behind its second {@code --}, so may be code after all.
     * A ruler of dashes is one mark. Counts on from the last place asked for, so stays linear.
     */
    boolean isAfterWholeComment(int offset) {
        if (state != State.COMMENT) {
            return false;
        }
        if (markedTo < commentStart) {
            markedTo = commentStart;
            marks = 0;
        }
        while (markedTo + 1 < offset) {
            boolean mark = text[markedTo] == '-' && text[markedTo + 1] == '-';
            if (mark) {
                marks++;
            }
            do {
                markedTo++;
            } while (mark && markedTo < offset && text[markedTo] == '-');
        }
        return marks > 0 && marks % 2 == 0;
    }

    /** Whether only one name and blanks stand before this place on its line. */
    boolean beginsLine(int offset) {
        int i = nameStartBefore(offset) - 1;
        while (i >= 0 && isBlank(text[i]) && !isLineEnd(text[i])) {
            i--;
        }
        return i < 0 || isLineEnd(text[i]);
    }

    /** Whether the last word before the name before this place is END. */
    boolean followsEnd(int offset) {
        int i = skipBlanksBack(nameStartBefore(offset)) - 3;
        return i >= 0 && isAt("END", i) && (i == 0 || !isNamePart(text[i - 1]));
    }

    /** Takes the name directly before this place, whatever was read until here. */
    boolean findNameBefore(int offset) {
        nameEnd = skipBlanksBack(offset);
        nameStart = nameStartBefore(offset);
        braces = 0;
        return hasName() && text[nameStart] != '-';
    }

    private int nameStartBefore(int offset) {
        int i = skipBlanksBack(offset);
        while (i > 0 && isNamePart(text[i - 1])) {
            i--;
        }
        return i;
    }

    private int skipBlanksBack(int offset) {
        int i = offset;
        while (i > 0 && isBlank(text[i - 1])) {
            i--;
        }
        return i;
    }

    /** Whether {@code ::=} follows, after at most a few words (tags) and comments. */
    boolean hasAssignment(int from, boolean andBegin) {
        int end = Math.min(length, from + MAX_AHEAD);
        int i = from;
        for (int tags = 0; tags <= MAX_TAGS; tags++) {
            i = skipBlanksAndComments(i, end);
            if (isAt("::=", i)) {
                return !andBegin || isAt("BEGIN", skipBlanksAndComments(i + 3, end));
            }
            if (i >= end || !isNamePart(text[i]) || isAt("DEFINITIONS", i)) {
                return false;
            }
            i = endOfWord(i, end);
        }
        return false;
    }

    private boolean isAt(String word, int offset) {
        if (offset + word.length() > length) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (text[offset + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int skipBlanksAndComments(int from, int end) {
        int i = from;
        while (i < end) {
            if (isBlank(text[i])) {
                i++;
            } else if (isAt("--", i)) {
                while (i < end && !isLineEnd(text[i])) {
                    i++;
                }
            } else {
                return i;
            }
        }
        return i;
    }

    /** Control characters are blanks, and so is what lies beyond ASCII: it is in no name. */
    private static boolean isBlank(byte b) {
        return b <= ' ';
    }

    private static boolean isLineEnd(byte b) {
        return b == '\n' || b == '\r';
    }
}
