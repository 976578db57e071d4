package dev.bulkhead.app.vault;

import java.io.IOException;

/**
 * The operating system's place for keys. It keeps one key of the vault, not each secret: a system
 * asks its user once, and what it keeps has a length that all systems take.
 */
public interface KeyKeeper {
    /** What it is, in the file and for the user: {@code Secret Service}. */
    String name();

    /**
     * Keeps a key; may ask the user, so it may block long.
     *
     * @return what finds it again; no secret, it is written into the file
     * @throws IOException if it is not kept
     */
    byte[] keep(byte[] key) throws IOException;

    /**
     * Gives the key back; may ask the user.
     *
     * @throws IOException if it is not there, or the user refuses
     */
    byte[] recall(byte[] token) throws IOException;
}
