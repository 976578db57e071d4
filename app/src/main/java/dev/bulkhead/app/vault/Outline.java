package dev.bulkhead.app.vault;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Transport;
import java.nio.file.Path;

/**
 * What may be told of a credential while its vault is locked: no community, no passphrase.
 *
 * @param who the user, or the certificate's file; "" for a community
 * @param detail security level and protocols; "" for others than users
 */
public record Outline(String name, SnmpVersion version, Kind kind, String who, String detail) {
    /** How it proves who asks. */
    public enum Kind {
        COMMUNITY,
        USER,
        CERTIFICATE
    }

    /** Whether it can be used over a transport ({@link Credential#fits}). */
    public boolean fits(Transport transport) {
        return (kind == Kind.CERTIFICATE) == transport.isSecure();
    }

    /** Of a credential. */
    public static Outline of(NamedCredential named) {
        String name = named.name();
        return switch (named.recipe()) {
            case Recipe.Certificates files ->
                    new Outline(name, SnmpVersion.V3, Kind.CERTIFICATE, file(files.identity()), "");
            case Recipe.Plain(Credential.Community community) ->
                    new Outline(name, community.version(), Kind.COMMUNITY, "", "");
            case Recipe.Plain(Credential.Usm usm) ->
                    new Outline(
                            name, SnmpVersion.V3, Kind.USER, usm.securityName(), protocols(usm));
            case Recipe.Plain(Credential.Tsm _) ->
                    throw new IllegalArgumentException("a certificate is kept as its files");
        };
    }

    private static String file(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static String protocols(Credential.Usm usm) {
        return usm.level().rfcName()
                + usm.auth().map(auth -> " " + auth.protocol().flag()).orElse("")
                + usm.priv().map(priv -> "/" + priv.protocol().flag()).orElse("");
    }
}
