package dev.bulkhead.app.vault;

import com.sun.jna.platform.win32.Crypt32Util;
import java.io.IOException;

/**
 * Windows' Data Protection API: the key is sealed by the user's logon and stands, sealed, in the
 * vault's file. Written from Microsoft's documentation of CryptProtectData and not tried on Windows
 * yet; where it fails the user is asked for a passphrase.
 */
final class DataProtection implements KeyKeeper {
    @Override
    public String name() {
        return "Windows Data Protection";
    }

    @Override
    public byte[] keep(byte[] key) throws IOException {
        try {
            return Crypt32Util.cryptProtectData(key);
        } catch (RuntimeException | LinkageError e) {
            throw new IOException("CryptProtectData failed", e);
        }
    }

    @Override
    public byte[] recall(byte[] token) throws IOException {
        try {
            return Crypt32Util.cryptUnprotectData(token);
        } catch (RuntimeException | LinkageError e) {
            throw new IOException("CryptUnprotectData failed", e);
        }
    }
}
