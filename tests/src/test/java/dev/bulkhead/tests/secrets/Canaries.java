package dev.bulkhead.tests.secrets;

import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.PrivProtocol;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.usm.KeyDerivation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A set of secrets that stand nowhere else, in files that a command line can name.
 *
 * @param folder of the files
 */
record Canaries(String name, Path folder, String read, String write, String auth, String priv) {
    static final String USER = "aviary";

    /** A set, its files written. */
    static Canaries of(String name, Path folder) throws IOException {
        Canaries canaries =
                new Canaries(
                        name,
                        folder,
                        name + "qivoxutemaz",
                        name + "zewyfarolub",
                        name + "hujoqevupir",
                        name + "vykizakogem");
        Files.writeString(folder.resolve(name + "-read"), canaries.read + "\n");
        Files.writeString(folder.resolve(name + "-write"), canaries.write + "\n");
        Files.writeString(folder.resolve(name + "-auth"), canaries.auth + "\n");
        Files.writeString(folder.resolve(name + "-priv"), canaries.priv + "\n");
        return canaries;
    }

    private String file(String which) {
        return "@" + folder.resolve(name + "-" + which);
    }

    List<String> v1() {
        return List.of("-v1", "-c", file("read"));
    }

    List<String> v2c() {
        return List.of("-v2c", "-c", file("read"));
    }

    List<String> writing() {
        return List.of("-v2c", "-c", file("write"));
    }

    List<String> v3() {
        return List.of(
                "-v3",
                "-l",
                "authPriv",
                "-u",
                USER,
                "-a",
                "SHA-256",
                "-A",
                file("auth"),
                "-x",
                "AES",
                "-X",
                file("priv"));
    }

    /** The right passphrase to authenticate, and another to encrypt. */
    List<String> v3WithOtherPrivacy(Canaries other) {
        return List.of(
                "-v3",
                "-l",
                "authPriv",
                "-u",
                USER,
                "-a",
                "SHA-256",
                "-A",
                file("auth"),
                "-x",
                "AES",
                "-X",
                other.file("priv"));
    }

    String another() {
        return file("write");
    }

    Secret readSecret() {
        return new Secret(read);
    }

    Secret writeSecret() {
        return new Secret(write);
    }

    Credential.Community community() {
        return new Credential.Community(SnmpVersion.V2C, readSecret());
    }

    Credential.Usm user() {
        return Credential.Usm.of(
                USER,
                SecurityLevel.AUTH_PRIV,
                Optional.of(new Credential.Auth(AuthProtocol.SHA_256, new Secret(auth))),
                Optional.of(new Credential.Priv(PrivProtocol.AES_128, new Secret(priv))));
    }

    /** Adds all of it, and the keys, also those localized for these engines. */
    void addTo(Needles needles, Iterable<byte[]> engineIds) {
        needles.addText(name + " read community", read);
        needles.addText(name + " write community", write);
        needles.addText(name + " auth passphrase", auth);
        needles.addText(name + " priv passphrase", priv);
        for (String passphrase : List.of(auth, priv)) {
            byte[] ku =
                    KeyDerivation.ofPassphrase(
                            AuthProtocol.SHA_256, passphrase.getBytes(StandardCharsets.UTF_8));
            needles.addOctets("Ku of " + passphrase, ku);
            for (byte[] engineId : engineIds) {
                byte[] localized = KeyDerivation.localized(AuthProtocol.SHA_256, ku, engineId);
                needles.addOctets("Kul of " + passphrase, localized);
                needles.addOctets(
                        "Kul of " + passphrase,
                        KeyDerivation.ofPrivacy(
                                AuthProtocol.SHA_256, PrivProtocol.AES_128, ku, engineId));
            }
        }
    }
}
