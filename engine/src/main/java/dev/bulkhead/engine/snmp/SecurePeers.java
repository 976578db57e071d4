package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.Transport;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What sessions over TLS and DTLS need, made once for a job: a thousand targets with one credential
 * share its keys and the buffers. On the loop's thread.
 */
final class SecurePeers {
    private static final long SHORTEST_FLIGHT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** What RFC 6347 §4.2.4.1 recommends. */
    private static final long USUAL_FLIGHT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private record Key(Credential.Tsm credential, boolean datagrams) {}

    private final ByteBuffer received;
    private final Map<Key, TlsContext> contexts = new HashMap<>();
    private @Nullable SecureBuffers buffers;

    SecurePeers(ByteBuffer received) {
        this.received = received;
    }

    /**
     * What a session with a target needs.
     *
     * @throws UnusableCredentialException if the credential cannot be used
     */
    SecurePeer peer(Target target, Credential.Tsm credential) {
        if (buffers == null) {
            buffers = SecureBuffers.around(received);
        }
        Key key = new Key(credential, target.transport() == Transport.DTLS);
        return new SecurePeer(
                contexts.computeIfAbsent(key, SecurePeers::newContext),
                buffers,
                target.host(),
                Agent.TSM_NAME,
                flightNanos(target));
    }

    /**
     * Two more flights fit into one timeout of a request, whose user knows how slow the path is.
     */
    private static long flightNanos(Target target) {
        long third = target.timeout().toNanos() / 3;
        return Math.clamp(third, SHORTEST_FLIGHT_NANOS, USUAL_FLIGHT_NANOS);
    }

    private static TlsContext newContext(Key key) {
        try {
            return new TlsContext(key.credential, key.datagrams);
        } catch (GeneralSecurityException e) {
            throw new UnusableCredentialException(e);
        }
    }
}
