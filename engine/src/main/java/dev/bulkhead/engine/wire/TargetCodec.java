package dev.bulkhead.engine.wire;

import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.CertificateIdentity;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Fingerprint;
import dev.bulkhead.engine.job.PeerTrust;
import dev.bulkhead.engine.job.PrivProtocol;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecretOctets;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;

/**
 * Targets and credentials. A target's passphrases are left out and read back as {@link #LEFT_OUT}:
 * the worker of a target gets {@code UserKeys} in their place. Simulated agents make their keys
 * themselves and get the passphrases. The private key of a certificate does go to the worker, which
 * signs with it.
 */
final class TargetCodec {
    /** What stands for a passphrase that does not leave the parent. */
    static final Secret LEFT_OUT = new Secret("");

    private static final Transport[] TRANSPORTS = Transport.values();
    private static final SnmpVersion[] VERSIONS = SnmpVersion.values();
    private static final SecurityLevel[] LEVELS = SecurityLevel.values();
    private static final AuthProtocol[] AUTH_PROTOCOLS = AuthProtocol.values();
    private static final PrivProtocol[] PRIV_PROTOCOLS = PrivProtocol.values();

    private static final Fingerprint.Hash[] HASHES = Fingerprint.Hash.values();

    private TargetCodec() {}

    static void writeTarget(WireOut out, Target target) {
        out.constant(target.transport());
        out.text(target.host());
        out.unsigned(target.port());
        writeCredential(out, target.credential());
        out.duration(target.timeout());
        out.unsigned(target.retries());
    }

    static Target readTarget(WireIn in) throws MalformedFrameException {
        Transport transport = in.constant(TRANSPORTS);
        String host = in.text();
        int port = in.count(65_535);
        Credential credential = readCredential(in);
        return new Target(transport, host, port, credential, in.duration(), in.count(20));
    }

    static void writeCredential(WireOut out, Credential credential) {
        switch (credential) {
            case Credential.Community(SnmpVersion version, Secret community) -> {
                out.octet(1);
                out.constant(version);
                out.text(community.reveal());
            }
            case Credential.Usm user -> {
                out.octet(2);
                writeUser(out, user, false);
            }
            case Credential.Tsm tsm -> {
                out.octet(3);
                writeTsm(out, tsm);
            }
        }
    }

    static Credential readCredential(WireIn in) throws MalformedFrameException {
        int kind = in.octet();
        return switch (kind) {
            case 1 -> new Credential.Community(in.constant(VERSIONS), new Secret(in.text()));
            case 2 -> readUser(in);
            case 3 -> readTsm(in);
            default -> throw WireIn.unknown("credential", kind);
        };
    }

    private static void writeTsm(WireOut out, Credential.Tsm tsm) {
        writeIdentity(out, tsm.identity());
        out.list(tsm.trust().authorities(), (to, certificate) -> to.bytes(certificate.bytes()));
        out.optional(tsm.trust().fingerprint(), TargetCodec::writeFingerprint);
        out.optional(tsm.trust().peerName(), WireOut::text);
        out.text(tsm.contextName());
        out.optional(tsm.contextEngineId(), (to, id) -> to.bytes(id.bytes()));
    }

    private static Credential.Tsm readTsm(WireIn in) throws MalformedFrameException {
        return new Credential.Tsm(
                readIdentity(in),
                new PeerTrust(
                        in.list(TargetCodec::readOctets),
                        in.optional(TargetCodec::readFingerprint),
                        in.optional(WireIn::text)),
                in.text(),
                in.optional(TargetCodec::readOctets));
    }

    /** Certificates, and the private key, which does go to the worker: it signs. */
    static void writeIdentity(WireOut out, CertificateIdentity identity) {
        out.list(identity.chain(), (to, certificate) -> to.bytes(certificate.bytes()));
        out.bytes(identity.privateKey().reveal().bytes());
    }

    static CertificateIdentity readIdentity(WireIn in) throws MalformedFrameException {
        return new CertificateIdentity(
                in.list(TargetCodec::readOctets), new SecretOctets(readOctets(in)));
    }

    static void writeFingerprint(WireOut out, Fingerprint fingerprint) {
        out.constant(fingerprint.hash());
        out.bytes(fingerprint.digest().bytes());
    }

    static Fingerprint readFingerprint(WireIn in) throws MalformedFrameException {
        return new Fingerprint(in.constant(HASHES), readOctets(in));
    }

    private static OctetString readOctets(WireIn in) throws MalformedFrameException {
        return new OctetString(in.bytes());
    }

    static void writeUserWithPassphrases(WireOut out, Credential.Usm user) {
        writeUser(out, user, true);
    }

    static void writeUserWithoutPassphrases(WireOut out, Credential.Usm user) {
        writeUser(out, user, false);
    }

    private static void writeUser(WireOut out, Credential.Usm user, boolean passphrases) {
        out.text(user.securityName());
        out.constant(user.level());
        out.optional(
                user.auth(),
                (to, auth) -> {
                    to.constant(auth.protocol());
                    to.text(passphrases ? auth.passphrase().reveal() : LEFT_OUT.reveal());
                });
        out.optional(
                user.priv(),
                (to, priv) -> {
                    to.constant(priv.protocol());
                    to.text(passphrases ? priv.passphrase().reveal() : LEFT_OUT.reveal());
                });
        out.text(user.contextName());
        out.optional(user.contextEngineId(), (to, id) -> to.bytes(id.bytes()));
        out.optional(user.securityEngineId(), (to, id) -> to.bytes(id.bytes()));
        out.optional(
                user.bootsTime(),
                (to, time) -> {
                    to.unsigned(time.boots());
                    to.unsigned(time.timeSeconds());
                });
    }

    static Credential.Usm readUser(WireIn in) throws MalformedFrameException {
        return new Credential.Usm(
                in.text(),
                in.constant(LEVELS),
                in.optional(from ->
                        new Credential.Auth(
                                from.constant(AUTH_PROTOCOLS), new Secret(from.text()))),
                in.optional(from ->
                        new Credential.Priv(
                                from.constant(PRIV_PROTOCOLS), new Secret(from.text()))),
                in.text(),
                in.optional(from -> new OctetString(from.bytes())),
                in.optional(from -> new OctetString(from.bytes())),
                in.optional(from -> new Credential.BootsTime(from.unsigned(), from.unsigned())));
    }
}
