package dev.bulkhead.engine.job;

import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How to identify ourselves to one agent. */
public sealed interface Credential {
    SnmpVersion version();

    /**
     * Whether it can be used over a transport: certificates over TLS and DTLS, the rest elsewhere.
     */
    default boolean fits(Transport transport) {
        return this instanceof Tsm == transport.isSecure();
    }

    /** A community name (RFC 1157 §4.1, RFC 1901 §3) for v1 or v2c. */
    record Community(SnmpVersion version, Secret community) implements Credential {
        public Community {
            if (version == SnmpVersion.V3) {
                throw new IllegalArgumentException("a community is for v1 or v2c, not v3");
            }
        }

        /** Written out for speed; see {@link Secret}. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Community(SnmpVersion v, Secret c)
                    && v == version
                    && c.equals(community);
        }

        @Override
        public int hashCode() {
            return 31 * version.hashCode() + community.hashCode();
        }
    }

    /**
     * A USM user (RFC 3414).
     *
     * @param auth authentication, required from authNoPriv on
     * @param priv privacy, required for authPriv
     * @param contextName "" for the default context
     * @param contextEngineId empty: the agent's own
     * @param securityEngineId empty: found by discovery (RFC 3414 §4)
     * @param bootsTime engine boots and time given by hand, else found by discovery
     */
    record Usm(
            String securityName,
            SecurityLevel level,
            Optional<Auth> auth,
            Optional<Priv> priv,
            String contextName,
            Optional<OctetString> contextEngineId,
            Optional<OctetString> securityEngineId,
            Optional<BootsTime> bootsTime)
            implements Credential {
        public Usm {
            if (securityName.isEmpty()) {
                throw new IllegalArgumentException("the security name is empty");
            }
            if (level != SecurityLevel.NO_AUTH_NO_PRIV && auth.isEmpty()) {
                throw new IllegalArgumentException(
                        level.rfcName() + " needs an authentication protocol and passphrase");
            }
            if (level == SecurityLevel.AUTH_PRIV && priv.isEmpty()) {
                throw new IllegalArgumentException(
                        level.rfcName() + " needs a privacy protocol and passphrase");
            }
        }

        /** A user with the default context and engine IDs found by discovery. */
        public static Usm of(
                String securityName,
                SecurityLevel level,
                Optional<Auth> auth,
                Optional<Priv> priv) {
            return new Usm(
                    securityName,
                    level,
                    auth,
                    priv,
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        /** The same user of the agent with this security engine ID; empty: found by discovery. */
        public Usm withEngine(Optional<OctetString> engineId) {
            return new Usm(
                    securityName,
                    level,
                    auth,
                    priv,
                    contextName,
                    contextEngineId,
                    engineId,
                    bootsTime);
        }

        /** The same user with these engine boots and time; empty: found by discovery. */
        public Usm withClock(Optional<BootsTime> clock) {
            return new Usm(
                    securityName,
                    level,
                    auth,
                    priv,
                    contextName,
                    contextEngineId,
                    securityEngineId,
                    clock);
        }

        @Override
        public SnmpVersion version() {
            return SnmpVersion.V3;
        }
    }

    /**
     * Certificates, for TLS and DTLS (RFC 6353) with the Transport Security Model (RFC 5591):
     * always v3 and authPriv, and the agent finds the user by our certificate.
     *
     * @param contextName "" for the default context
     * @param contextEngineId empty: asked of the agent (RFC 5343)
     */
    record Tsm(
            CertificateIdentity identity,
            PeerTrust trust,
            String contextName,
            Optional<OctetString> contextEngineId)
            implements Credential {
        @Override
        public SnmpVersion version() {
            return SnmpVersion.V3;
        }
    }

    /** Authentication protocol and passphrase (at least 8 characters, RFC 3414 §11.2). */
    record Auth(AuthProtocol protocol, Secret passphrase) {}

    /** Privacy protocol and passphrase (at least 8 characters, RFC 3414 §11.2). */
    record Priv(PrivProtocol protocol, Secret passphrase) {}

    /** snmpEngineBoots and snmpEngineTime in seconds (RFC 3414 §2.2). */
    record BootsTime(long boots, long timeSeconds) {}
}
