package dev.bulkhead.mibs;

/** The standard library, compiled once for all tests that only read it. */
public final class StandardLibrary {
    public static final Compilation COMPILED = MibCompiler.compile(MibRepository.standard());

    private StandardLibrary() {}
}
