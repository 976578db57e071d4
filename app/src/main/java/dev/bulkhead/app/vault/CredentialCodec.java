package dev.bulkhead.app.vault;

import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Fingerprint;
import dev.bulkhead.engine.job.PrivProtocol;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Credentials to and from the octets that are sealed. Enum constants are written by their names.
 */
final class CredentialCodec {
    private static final int COMMUNITY = 1;
    private static final int USER = 2;
    private static final int CERTIFICATES = 3;

    private CredentialCodec() {}

    static byte[] write(List<NamedCredential> all) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(octets)) {
            out.writeInt(all.size());
            for (NamedCredential each : all) {
                out.writeUTF(each.name());
                switch (each.recipe()) {
                    case Recipe.Plain(Credential.Community community) -> write(community, out);
                    case Recipe.Plain(Credential.Usm usm) -> write(usm, out);
                    case Recipe.Certificates files -> write(files, out);
                    case Recipe.Plain(Credential.Tsm _) ->
                            throw new IllegalArgumentException("a certificate is kept as files");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    private static void write(Credential.Community community, DataOutputStream out)
            throws IOException {
        out.writeByte(COMMUNITY);
        out.writeUTF(community.version().name());
        out.writeUTF(community.community().reveal());
    }

    private static void write(Credential.Usm usm, DataOutputStream out) throws IOException {
        out.writeByte(USER);
        out.writeUTF(usm.securityName());
        out.writeUTF(usm.level().name());
        out.writeUTF(usm.auth().map(auth -> auth.protocol().name()).orElse(""));
        out.writeUTF(usm.auth().map(auth -> auth.passphrase().reveal()).orElse(""));
        out.writeUTF(usm.priv().map(priv -> priv.protocol().name()).orElse(""));
        out.writeUTF(usm.priv().map(priv -> priv.passphrase().reveal()).orElse(""));
        out.writeUTF(usm.contextName());
        write(usm.contextEngineId(), out);
        write(usm.securityEngineId(), out);
    }

    private static void write(Recipe.Certificates files, DataOutputStream out) throws IOException {
        out.writeByte(CERTIFICATES);
        out.writeUTF(files.identity().toString());
        out.writeUTF(files.key().map(Path::toString).orElse(""));
        out.writeBoolean(files.password().isPresent());
        out.writeUTF(files.password().map(Secret::reveal).orElse(""));
        out.writeInt(files.trusted().size());
        for (Path trusted : files.trusted()) {
            out.writeUTF(trusted.toString());
        }
        out.writeUTF(files.fingerprint().map(f -> f.hash().name()).orElse(""));
        write(files.fingerprint().map(Fingerprint::digest), out);
        out.writeUTF(files.peerName().orElse(""));
        out.writeUTF(files.contextName());
        write(files.contextEngineId(), out);
    }

    private static void write(Optional<OctetString> some, DataOutputStream out) throws IOException {
        byte[] octets = some.map(OctetString::bytes).orElse(new byte[0]);
        out.writeInt(octets.length);
        out.write(octets);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it is something else
     */
    static List<NamedCredential> read(byte[] octets) throws IOException {
        List<NamedCredential> all = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(octets))) {
            for (int left = in.readInt(); left > 0; left--) {
                String name = in.readUTF();
                int kind = in.readByte();
                all.add(
                        new NamedCredential(
                                name,
                                switch (kind) {
                                    case COMMUNITY -> community(in);
                                    case USER -> user(in);
                                    case CERTIFICATES -> certificates(in);
                                    default -> throw new IOException("kind " + kind);
                                }));
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("a credential is none", e);
        }
        return all;
    }

    private static Recipe community(DataInputStream in) throws IOException {
        SnmpVersion version = SnmpVersion.valueOf(in.readUTF());
        return new Recipe.Plain(new Credential.Community(version, new Secret(in.readUTF())));
    }

    private static Recipe user(DataInputStream in) throws IOException {
        String user = in.readUTF();
        SecurityLevel level = SecurityLevel.valueOf(in.readUTF());
        String auth = in.readUTF();
        Secret authPass = new Secret(in.readUTF());
        String priv = in.readUTF();
        Secret privPass = new Secret(in.readUTF());
        return new Recipe.Plain(
                new Credential.Usm(
                        user,
                        level,
                        present(auth)
                                .map(p -> new Credential.Auth(AuthProtocol.valueOf(p), authPass)),
                        present(priv)
                                .map(p -> new Credential.Priv(PrivProtocol.valueOf(p), privPass)),
                        in.readUTF(),
                        octets(in),
                        octets(in),
                        Optional.empty()));
    }

    private static Recipe certificates(DataInputStream in) throws IOException {
        Path identity = Path.of(in.readUTF());
        Optional<Path> key = present(in.readUTF()).map(Path::of);
        boolean locked = in.readBoolean();
        Secret password = new Secret(in.readUTF());
        List<Path> trusted = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            trusted.add(Path.of(in.readUTF()));
        }
        String hash = in.readUTF();
        Optional<OctetString> digest = octets(in);
        return new Recipe.Certificates(
                identity,
                key,
                locked ? Optional.of(password) : Optional.empty(),
                trusted,
                digest.map(d -> new Fingerprint(Fingerprint.Hash.valueOf(hash), d)),
                present(in.readUTF()),
                in.readUTF(),
                octets(in));
    }

    private static Optional<String> present(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static Optional<OctetString> octets(DataInputStream in) throws IOException {
        byte[] octets = in.readNBytes(in.readInt());
        return octets.length == 0 ? Optional.empty() : Optional.of(new OctetString(octets));
    }
}
