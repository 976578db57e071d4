package dev.bulkhead.engine.job;

import dev.bulkhead.engine.diagnosis.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ways in which a doctor may ask a device: as the user said, and with the same secrets where
 * something else is said differently. Nothing is guessed.
 *
 * <p>Parent and worker make the same list, for secrets do not matter to it: so the parent can hand
 * over keys by place.
 */
final class Attempts {
    /** What is likely, the likeliest first; 3DES next to nobody has. */
    private static final List<PrivProtocol> LIKELY =
            List.of(
                    PrivProtocol.AES_128,
                    PrivProtocol.DES,
                    PrivProtocol.AES_256_C,
                    PrivProtocol.AES_256,
                    PrivProtocol.AES_192_C,
                    PrivProtocol.AES_192);

    private static final List<AuthProtocol> LIKELY_AUTH =
            List.of(
                    AuthProtocol.SHA_1,
                    AuthProtocol.SHA_256,
                    AuthProtocol.MD5,
                    AuthProtocol.SHA_512,
                    AuthProtocol.SHA_384,
                    AuthProtocol.SHA_224);

    private final List<Attempt> attempts = new ArrayList<>();

    private Attempts() {}

    /** All of a job; the first is as the user said. */
    static List<Attempt> of(JobSpec.Doctor doctor) {
        Attempts made = new Attempts();
        Credential own = doctor.target().credential();
        made.add(Step.OWN, own);
        switch (own) {
            case Credential.Community community -> made.addVersions(community);
            case Credential.Usm user -> made.addVariants(user);
            case Credential.Tsm _ -> throw new IllegalArgumentException("no doctor has these");
        }
        if (doctor.tryPublic() && !isPublic(own)) {
            Secret name = new Secret("public");
            made.add(Step.PUBLIC, new Credential.Community(SnmpVersion.V2C, name));
            made.add(Step.PUBLIC, new Credential.Community(SnmpVersion.V1, name));
        }
        doctor.others().forEach(other -> made.add(Step.OTHER_CREDENTIAL, other));
        return List.copyOf(made.attempts);
    }

    private static boolean isPublic(Credential credential) {
        return credential instanceof Credential.Community community
                && community.community().reveal().equals("public");
    }

    private void add(Step step, Credential credential) {
        attempts.add(new Attempt(step, credential));
    }

    private void addVersions(Credential.Community own) {
        SnmpVersion other = own.version() == SnmpVersion.V1 ? SnmpVersion.V2C : SnmpVersion.V1;
        add(Step.OTHER_VERSION, new Credential.Community(other, own.community()));
    }

    private void addVariants(Credential.Usm own) {
        if (!own.contextName().isEmpty() || own.contextEngineId().isPresent()) {
            add(Step.NO_CONTEXT, with(own, own.level(), own.auth(), own.priv()));
        }
        if (own.level() == SecurityLevel.AUTH_PRIV) {
            add(
                    Step.LOWER_LEVEL,
                    with(own, SecurityLevel.AUTH_NO_PRIV, own.auth(), Optional.empty()));
        }
        if (own.level() != SecurityLevel.NO_AUTH_NO_PRIV) {
            add(
                    Step.LOWER_LEVEL,
                    with(own, SecurityLevel.NO_AUTH_NO_PRIV, Optional.empty(), Optional.empty()));
            own.auth().ifPresent(auth -> addAuthentication(own, auth));
        }
        if (own.level() == SecurityLevel.AUTH_PRIV) {
            own.priv().ifPresent(priv -> addPrivacy(own, priv));
        }
    }

    private void addAuthentication(Credential.Usm own, Credential.Auth auth) {
        for (AuthProtocol other : LIKELY_AUTH) {
            if (other != auth.protocol()) {
                add(
                        Step.OTHER_AUTH,
                        with(
                                own,
                                SecurityLevel.AUTH_NO_PRIV,
                                Optional.of(new Credential.Auth(other, auth.passphrase())),
                                Optional.empty()));
            }
        }
    }

    private void addPrivacy(Credential.Usm own, Credential.Priv priv) {
        int digest = own.auth().orElseThrow().protocol().digestOctets();
        Optional<PrivProtocol> extended = otherExtension(priv.protocol(), digest);
        extended.ifPresent(other -> addPrivacy(Step.OTHER_EXTENSION, own, priv, other));
        for (PrivProtocol other : LIKELY) {
            boolean same = other == priv.protocol() || sameKey(other, priv.protocol(), digest);
            boolean twice =
                    other.extension() == PrivProtocol.Extension.BLUMENTHAL
                            && digest >= other.keyOctets();
            if (!same && !twice && extended.filter(other::equals).isEmpty()) {
                addPrivacy(Step.OTHER_PRIV, own, priv, other);
            }
        }
    }

    private void addPrivacy(
            Step step, Credential.Usm own, Credential.Priv priv, PrivProtocol other) {
        Credential.Priv changed = new Credential.Priv(other, priv.passphrase());
        add(step, with(own, SecurityLevel.AUTH_PRIV, own.auth(), Optional.of(changed)));
    }

    /** The same cipher with a key that is made longer in the other way, if it has to be. */
    private static Optional<PrivProtocol> otherExtension(PrivProtocol own, int digestOctets) {
        if (digestOctets >= own.keyOctets()) {
            return Optional.empty();
        }
        return switch (own) {
            case AES_192 -> Optional.of(PrivProtocol.AES_192_C);
            case AES_192_C -> Optional.of(PrivProtocol.AES_192);
            case AES_256 -> Optional.of(PrivProtocol.AES_256_C);
            case AES_256_C -> Optional.of(PrivProtocol.AES_256);
            case DES, TRIPLE_DES, AES_128 -> Optional.empty();
        };
    }

    /** Whether two are the same, for the digest is long enough for their key. */
    private static boolean sameKey(PrivProtocol one, PrivProtocol other, int digestOctets) {
        return one.extension() != PrivProtocol.Extension.NONE
                && other.extension() != PrivProtocol.Extension.NONE
                && one != PrivProtocol.TRIPLE_DES
                && other != PrivProtocol.TRIPLE_DES
                && one.keyOctets() == other.keyOctets()
                && digestOctets >= one.keyOctets();
    }

    private static Credential.Usm with(
            Credential.Usm own,
            SecurityLevel level,
            Optional<Credential.Auth> auth,
            Optional<Credential.Priv> priv) {
        return new Credential.Usm(
                own.securityName(),
                level,
                auth,
                priv,
                "",
                Optional.empty(),
                own.securityEngineId(),
                Optional.empty());
    }
}
