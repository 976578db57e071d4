package dev.bulkhead.engine.snmp;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Resolves host names on threads of its own, so that a slow name server holds up nobody else's
 * poll; addresses in text form need none.
 */
final class Names implements AutoCloseable {
    private static final int THREADS = 4;

    private final Loop loop;
    private final ExecutorService resolvers;

    Names(Loop loop) {
        this.loop = loop;
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(
                        THREADS,
                        THREADS,
                        2,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        task -> Thread.ofPlatform().daemon().name("names").unstarted(task));
        pool.allowCoreThreadTimeOut(true);
        resolvers = pool;
    }

    /** Gives the receiver, on the loop's thread, the first address of a host; empty if none. */
    void resolve(String host, Consumer<Optional<InetAddress>> receiver) {
        Optional<InetAddress> literal = literal(host);
        if (literal.isPresent()) {
            receiver.accept(literal);
            return;
        }
        resolvers.execute(() -> {
            Optional<InetAddress> found = lookUp(host);
            loop.execute(() -> receiver.accept(found));
        });
    }

    /** Whether it has to be looked up, and may stand for another address later. */
    static boolean isName(String host) {
        return literal(host).isEmpty();
    }

    private static Optional<InetAddress> literal(String host) {
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<InetAddress> lookUp(String host) {
        try {
            return Optional.of(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        resolvers.shutdownNow();
    }
}
