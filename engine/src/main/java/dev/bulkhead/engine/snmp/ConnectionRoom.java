package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.ListenCertificates;
import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.engine.notification.Refusal;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * All of a listener's connections, on a loop and a thread of their own: those of TCP and sessions
 * of TLS and DTLS.
 */
final class ConnectionRoom {
    private static final long LONGEST_END_MILLIS = TimeUnit.SECONDS.toMillis(2);

    private final Loop loop = new Loop();
    private final Thread thread = Thread.ofPlatform().daemon().name("connections").unstarted(loop);
    private final Admission admission;
    private final Intake intake;
    private final Optional<ListenCertificates> certificates;
    private final SecureBuffers buffers = SecureBuffers.around(DatagramBuffers.newBuffer());

    /**
     * Makes one without any address.
     *
     * @param certificates for TLS and DTLS
     * @param refusals is told who was not let in, on this room's thread
     */
    ConnectionRoom(
            ConnectionLimits limits,
            Intake intake,
            Optional<ListenCertificates> certificates,
            ListenTally tally,
            Consumer<Refusal> refusals) {
        this.admission = new Admission(loop, limits, tally, refusals);
        this.intake = intake;
        this.certificates = certificates;
    }

    Loop loop() {
        return loop;
    }

    Admission admission() {
        return admission;
    }

    Intake intake() {
        return intake;
    }

    /**
     * Opens an address; its inlet begins before this does.
     *
     * @throws IOException if it is taken, forbidden or not this machine's
     * @throws UnusableCredentialException if the key or a certificate cannot be used
     */
    Inlet open(Transport transport, InetSocketAddress address) throws IOException {
        return switch (transport) {
            case TCP ->
                    new StreamInlet(
                            this,
                            transport,
                            address,
                            (channel, source) -> new IncomingTcp(this, channel, source));
            case TLS -> {
                SecureReception secure = secureReception(false);
                yield new StreamInlet(
                        this,
                        transport,
                        address,
                        (channel, source) -> new IncomingTls(this, secure, channel, source));
            }
            case DTLS -> new DtlsInlet(this, secureReception(true), address);
            case UDP -> throw new IllegalArgumentException("UDP has no connections");
        };
    }

    private SecureReception secureReception(boolean datagrams) {
        ListenCertificates given =
                certificates.orElseThrow(() -> new IllegalStateException("no certificates"));
        try {
            return new SecureReception(given, datagrams, buffers);
        } catch (GeneralSecurityException e) {
            throw new UnusableCredentialException(e);
        }
    }

    void begin() {
        thread.start();
    }

    /** Ends all; blocks until the ports are free again, or for two seconds. */
    void close() {
        if (thread.getState() == Thread.State.NEW) {
            begin();
        }
        loop.execute(() -> {
            admission.close();
            loop.close();
        });
        try {
            thread.join(LONGEST_END_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
