package dev.bulkhead.mibs.input;

/**
 * An entry of an archive that was not unpacked.
 *
 * @param entry its name as the archive has it, behind those of archives around it and a {@code !};
 *     shortened where it is very long, and may hold any character; empty for the archive as a whole
 */
public record Refused(String entry, Reason reason) {
    private static final int MAX_NAME = 300;

    public Refused {
        if (entry.length() > MAX_NAME) {
            entry = entry.substring(0, MAX_NAME) + "...";
        }
    }

    /** Why. Those that {@code endsAll} end the whole unpacking. */
    public enum Reason {
        NO_ARCHIVE("The file is no zip, tar or gzip archive."),
        UNREADABLE("The file cannot be read."),
        DAMAGED("The archive is damaged or cut off here; what came before it is kept."),
        ENCRYPTED("The entry is encrypted."),
        UNSUPPORTED("The entry is packed by a method that is not supported."),
        ABSOLUTE("Its name is an absolute path, which could lead anywhere."),
        OUTSIDE("Its name leads out of the target folder."),
        DEVICE("Its name is that of a device on Windows."),
        BAD_NAME("Its name is empty or holds characters that no file name may hold."),
        LONG_NAME("Its name is too long."),
        DEEP_PATH("It lies too many folders deep."),
        LINK("It is a link; links are never followed or made."),
        SPECIAL_FILE("It is a device or a pipe."),
        COLLISION("An earlier entry has the same name, perhaps in other case."),
        LARGE_FILE("It is larger than any MIB file."),
        RATIO("It inflates to far more than any text does."),
        NESTED("It is an archive inside too many others."),
        NOT_WRITABLE("The system refuses to make a file of this name."),
        MANY_ENTRIES("The archive has too many entries; this one and the rest are left out.", true),
        LARGE_TOTAL("The archive is too large; this entry and the rest are left out.", true),
        TIME("Unpacking takes too long; this entry and the rest are left out.", true),
        CANCELLED("Unpacking was cancelled.", true),
        WRITE_FAILED("The disk failed or is full.", true);

        private final String sentence;
        private final boolean endsAll;

        Reason(String sentence) {
            this(sentence, false);
        }

        Reason(String sentence, boolean endsAll) {
            this.sentence = sentence;
            this.endsAll = endsAll;
        }

        /** The reason in words. */
        public String sentence() {
            return sentence;
        }

        boolean endsAll() {
            return endsAll;
        }

        /** Whether another try may go better, so that the result must not be kept. */
        boolean isPassing() {
            return this == TIME || this == CANCELLED || this == WRITE_FAILED || this == UNREADABLE;
        }
    }
}
