package dev.bulkhead.app.vault;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The Secret Service of Linux desktops (GNOME Keyring, KWallet, KeePassXC), by the desktop's own
 * libsecret. Written from libsecret's documentation; the library is looked for at the first use,
 * and where it, the service or the user's consent is missing, the user is asked for a passphrase.
 * Not tried here with a real service yet.
 */
final class SecretService implements KeyKeeper {
    private static final String ATTRIBUTE = "vault";
    private static final int TOKEN_OCTETS = 8;

    /** {@code struct SecretSchema}: name, flags, 32 attributes of name and type, and spare room. */
    private static final int SCHEMA_OCTETS = 1024;

    private static final int ATTRIBUTES_AT = 2 * Long.BYTES;

    /** libsecret-1, by its C names; the attributes end with the null that JNA appends. */
    interface Secrets extends Library {
        int secret_password_store_sync(
                Pointer schema,
                @Nullable String collection,
                String label,
                String password,
                @Nullable Pointer cancellable,
                PointerByReference error,
                Object... attributes);

        @Nullable Pointer secret_password_lookup_sync(
                Pointer schema,
                @Nullable Pointer cancellable,
                PointerByReference error,
                Object... attributes);

        void secret_password_free(Pointer password);
    }

    @Override
    public String name() {
        return "Secret Service";
    }

    @Override
    public byte[] keep(byte[] key) throws IOException {
        String token = HexFormat.of().formatHex(MasterKey.random(TOKEN_OCTETS));
        PointerByReference error = new PointerByReference();
        int kept =
                secrets()
                        .secret_password_store_sync(
                                schema(),
                                null,
                                "Bulkhead: key of the credentials",
                                HexFormat.of().formatHex(key),
                                null,
                                error,
                                ATTRIBUTE,
                                token);
        if (kept == 0 || error.getValue() != null) {
            throw new IOException("the Secret Service did not keep the key");
        }
        return token.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public byte[] recall(byte[] token) throws IOException {
        PointerByReference error = new PointerByReference();
        Secrets secrets = secrets();
        Pointer found =
                secrets.secret_password_lookup_sync(
                        schema(),
                        null,
                        error,
                        ATTRIBUTE,
                        new String(token, StandardCharsets.US_ASCII));
        if (found == null) {
            throw new IOException("the Secret Service has no such key");
        }
        try {
            return HexFormat.of().parseHex(found.getString(0, "UTF-8"));
        } catch (IllegalArgumentException e) {
            throw new IOException("the Secret Service gave no key", e);
        } finally {
            secrets.secret_password_free(found);
        }
    }

    private static Pointer schema() {
        return new KeptSchema();
    }

    /** A schema whose strings live as long as it. */
    private static final class KeptSchema extends Memory {
        private final Memory name = text("dev.bulkhead.Vault");
        private final Memory attribute = text(ATTRIBUTE);

        KeptSchema() {
            super(SCHEMA_OCTETS);
            clear();
            setPointer(0, name);
            setPointer(ATTRIBUTES_AT, attribute);
        }

        private static Memory text(String words) {
            byte[] octets = Arrays.copyOf(words.getBytes(StandardCharsets.US_ASCII), 64);
            Memory text = new Memory(octets.length);
            text.write(0, octets, 0, octets.length);
            return text;
        }
    }

    private static Secrets secrets() throws IOException {
        try {
            return Native.load("secret-1", Secrets.class);
        } catch (RuntimeException | LinkageError e) {
            throw new IOException("libsecret-1 is not here", e);
        }
    }
}
