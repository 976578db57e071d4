package dev.bulkhead.app.cli;

/** What the program's end means to a script. */
public final class ExitCode {
    /** All that was asked for came, or the reader of standard output wanted no more of it. */
    public static final int SUCCESS = 0;

    /** The agent or the network failed; standard error says what, and what to try. */
    public static final int FAILED = 1;

    /** The command line is wrong, or a name is unknown. */
    public static final int USAGE = 2;

    /** The user ended it (Ctrl-C), as any program that ends of SIGINT. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
