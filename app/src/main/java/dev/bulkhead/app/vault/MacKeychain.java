package dev.bulkhead.app.vault;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The login keychain of macOS. Written from Apple's documentation of SecKeychain and not tried on a
 * Mac yet; where it fails the user is asked for a passphrase.
 */
final class MacKeychain implements KeyKeeper {
    private static final byte[] SERVICE = "Bulkhead".getBytes(StandardCharsets.UTF_8);
    private static final int TOKEN_OCTETS = 8;

    /** Security.framework, by its C names. */
    interface Security extends Library {
        int SecKeychainAddGenericPassword(
                @Nullable Pointer keychain,
                int serviceLength,
                byte[] service,
                int accountLength,
                byte[] account,
                int passwordLength,
                byte[] password,
                @Nullable Pointer item);

        int SecKeychainFindGenericPassword(
                @Nullable Pointer keychain,
                int serviceLength,
                byte[] service,
                int accountLength,
                byte[] account,
                IntByReference passwordLength,
                PointerByReference password,
                @Nullable Pointer item);

        int SecKeychainItemFreeContent(@Nullable Pointer attributes, Pointer content);
    }

    @Override
    public String name() {
        return "macOS keychain";
    }

    @Override
    public byte[] keep(byte[] key) throws IOException {
        byte[] token =
                HexFormat.of()
                        .formatHex(MasterKey.random(TOKEN_OCTETS))
                        .getBytes(StandardCharsets.US_ASCII);
        int status =
                security()
                        .SecKeychainAddGenericPassword(
                                null,
                                SERVICE.length,
                                SERVICE,
                                token.length,
                                token,
                                key.length,
                                key,
                                null);
        require(status);
        return token;
    }

    @Override
    public byte[] recall(byte[] token) throws IOException {
        IntByReference length = new IntByReference();
        PointerByReference content = new PointerByReference();
        Security security = security();
        int status =
                security.SecKeychainFindGenericPassword(
                        null, SERVICE.length, SERVICE, token.length, token, length, content, null);
        require(status);
        byte[] key = content.getValue().getByteArray(0, length.getValue());
        security.SecKeychainItemFreeContent(null, content.getValue());
        return key;
    }

    private static void require(int status) throws IOException {
        if (status != 0) {
            throw new IOException("the keychain says OSStatus " + status);
        }
    }

    private static Security security() throws IOException {
        try {
            return Native.load("Security", Security.class);
        } catch (RuntimeException | LinkageError e) {
            throw new IOException("Security.framework cannot be loaded", e);
        }
    }
}
