package dev.bulkhead.app.vault;

import dev.bulkhead.app.vault.VaultException.Reason;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a vault's file holds. In its order: eight octets that name format and version; the header's
 * length and the header, which is readable and vouched for by the seal; the sealed credentials; and
 * SHA-256 of all before it. By the last a damaged file is known without a key, and so from a wrong
 * passphrase, which the header's check tells.
 *
 * @param lock how its key is had
 * @param check of the key
 * @param outlines of the credentials, for the list of a locked vault
 */
record SealedFile(
        Lock lock,
        OctetString check,
        OctetString nonce,
        List<Outline> outlines,
        OctetString sealed) {
    private static final String FORMAT = "BHVAULT";
    private static final char VERSION = '1';
    private static final int NAME_OCTETS = 8;
    private static final int DIGEST_OCTETS = 32;
    private static final int MAX_HEADER = 1 << 22;
    private static final int PASSPHRASE = 1;
    private static final int KEPT = 2;

    /** Where the key comes from. */
    sealed interface Lock {
        /** PBKDF2-HMAC-SHA256 of what the user types. */
        record Passphrase(int iterations, OctetString salt) implements Lock {}

        /** The system's keychain, which finds it by a token. */
        record Kept(String keeper, OctetString token) implements Lock {}
    }

    /** Seals credentials under a key, with a nonce of its own each time. */
    static SealedFile of(Lock lock, MasterKey key, List<NamedCredential> credentials) {
        List<Outline> outlines = credentials.stream().map(Outline::of).toList();
        OctetString check = new OctetString(key.check());
        OctetString nonce = new OctetString(MasterKey.random(MasterKey.NONCE_OCTETS));
        byte[] plain = CredentialCodec.write(credentials);
        byte[] sealed = key.seal(plain, nonce.bytes(), head(lock, check, nonce, outlines));
        Arrays.fill(plain, (byte) 0);
        return new SealedFile(lock, check, nonce, outlines, new OctetString(sealed));
    }

    /** The credentials. */
    List<NamedCredential> open(MasterKey key) throws VaultException {
        if (!key.hasCheck(check.bytes())) {
            throw new VaultException(Reason.WRONG_PASSPHRASE, "the key is another");
        }
        try {
            byte[] head = head(lock, check, nonce, outlines);
            byte[] plain = key.open(sealed.bytes(), nonce.bytes(), head);
            try {
                return CredentialCodec.read(plain);
            } finally {
                Arrays.fill(plain, (byte) 0);
            }
        } catch (GeneralSecurityException | IOException e) {
            throw new VaultException(Reason.DAMAGED, "what is sealed was changed", e);
        }
    }

    byte[] octets() {
        byte[] head = head(lock, check, nonce, outlines);
        byte[] all = Arrays.copyOf(head, head.length + sealed.length() + DIGEST_OCTETS);
        System.arraycopy(sealed.bytes(), 0, all, head.length, sealed.length());
        int end = head.length + sealed.length();
        System.arraycopy(digest(all, end), 0, all, end, DIGEST_OCTETS);
        return all;
    }

    private static byte[] head(
            Lock lock, OctetString check, OctetString nonce, List<Outline> outlines) {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(header);
                DataOutputStream whole = new DataOutputStream(head)) {
            write(lock, out);
            out.write(check.bytes());
            out.write(nonce.bytes());
            out.writeInt(outlines.size());
            for (Outline outline : outlines) {
                out.writeUTF(outline.name());
                out.writeUTF(outline.version().name());
                out.writeUTF(outline.kind().name());
                out.writeUTF(outline.who());
                out.writeUTF(outline.detail());
            }
            whole.write((FORMAT + VERSION).getBytes(StandardCharsets.US_ASCII));
            whole.writeInt(header.size());
            header.writeTo(whole);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return head.toByteArray();
    }

    private static void write(Lock lock, DataOutputStream out) throws IOException {
        switch (lock) {
            case Lock.Passphrase(int iterations, OctetString salt) -> {
                out.writeByte(PASSPHRASE);
                out.writeInt(iterations);
                write(salt, out);
            }
            case Lock.Kept(String keeper, OctetString token) -> {
                out.writeByte(KEPT);
                out.writeUTF(keeper);
                write(token, out);
            }
        }
    }

    private static void write(OctetString octets, DataOutputStream out) throws IOException {
        out.writeInt(octets.length());
        out.write(octets.bytes());
    }

    /** Reads a file; says whether it is damaged or of a later version. */
    static SealedFile read(byte[] all) throws VaultException {
        if (all.length < NAME_OCTETS + DIGEST_OCTETS) {
            throw damaged("it has " + all.length + " octets only", Optional.empty());
        }
        String name = new String(all, 0, NAME_OCTETS, StandardCharsets.US_ASCII);
        int end = all.length - DIGEST_OCTETS;
        boolean whole =
                MessageDigest.isEqual(digest(all, end), Arrays.copyOfRange(all, end, all.length));
        if (name.startsWith(FORMAT) && name.charAt(NAME_OCTETS - 1) > VERSION && whole) {
            throw new VaultException(Reason.NEWER, "it is of a later version: " + name);
        }
        if (!name.equals(FORMAT + VERSION) || !whole) {
            throw damaged("it is cut off or was changed", Optional.empty());
        }
        try (DataInputStream in =
                new DataInputStream(
                        new ByteArrayInputStream(all, NAME_OCTETS, end - NAME_OCTETS))) {
            return body(in);
        } catch (IOException | IllegalArgumentException e) {
            throw damaged("its header makes no sense", Optional.of(e));
        }
    }

    private static SealedFile body(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MAX_HEADER) {
            throw new IOException("a header of " + length + " octets");
        }
        Lock lock = lock(in);
        OctetString check = new OctetString(in.readNBytes(MasterKey.CHECK_OCTETS));
        OctetString nonce = new OctetString(in.readNBytes(MasterKey.NONCE_OCTETS));
        List<Outline> outlines = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            outlines.add(
                    new Outline(
                            in.readUTF(),
                            SnmpVersion.valueOf(in.readUTF()),
                            Outline.Kind.valueOf(in.readUTF()),
                            in.readUTF(),
                            in.readUTF()));
        }
        return new SealedFile(
                lock, check, nonce, List.copyOf(outlines), new OctetString(in.readAllBytes()));
    }

    private static Lock lock(DataInputStream in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case PASSPHRASE -> {
                int iterations = in.readInt();
                if (iterations < 1) {
                    throw new IOException(iterations + " iterations");
                }
                yield new Lock.Passphrase(iterations, octets(in));
            }
            case KEPT -> new Lock.Kept(in.readUTF(), octets(in));
            default -> throw new IOException("a lock of kind " + kind);
        };
    }

    private static OctetString octets(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MAX_HEADER) {
            throw new IOException(length + " octets");
        }
        return new OctetString(in.readNBytes(length));
    }

    private static VaultException damaged(String what, Optional<Exception> cause) {
        return new VaultException(Reason.DAMAGED, what, cause.orElse(null));
    }

    private static byte[] digest(byte[] octets, int end) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(octets, 0, end);
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
