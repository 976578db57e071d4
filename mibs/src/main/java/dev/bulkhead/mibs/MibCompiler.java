package dev.bulkhead.mibs;

/** Compiles MIB modules: text in, model and diagnostics out. Never throws for what a text holds. */
public final class MibCompiler {
    /** Compiles all sources of a repository and what they import. Blocks; parses in parallel. */
    public static Compilation compile(MibRepository repository) {
        throw new UnsupportedOperationException();
    }

    private MibCompiler() {}
}
