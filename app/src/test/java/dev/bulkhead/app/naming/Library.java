package dev.bulkhead.app.naming;

import dev.bulkhead.mibs.MibCompiler;
import dev.bulkhead.mibs.MibRepository;

/** The names of the standard library, compiled once for all tests of this JVM. */
public final class Library {
    public static final MibNames NAMES =
            new MibNames(MibCompiler.compile(MibRepository.standard()).index());

    private Library() {}
}
