package dev.bulkhead.tests.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Resolves names in a worker as a file says that the test may rewrite: {@link #SLOW} takes long,
 * {@link #MOVING} is where the file says. It is put on the class path of a worker as a service.
 */
public final class ToldResolver extends InetAddressResolverProvider {
    /** Takes ten seconds, and is nowhere then. */
    static final String SLOW = "slow.invalid";

    /** Stands where the file says. */
    static final String MOVING = "moving.invalid";

    /** What a class path has beside the service's name. */
    static final String FILE = "told-address";

    private static final long TEN_SECONDS = 10_000_000_000L;

    @Override
    public InetAddressResolver get(Configuration configuration) {
        InetAddressResolver usual = configuration.builtinResolver();
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
                    throws UnknownHostException {
                return switch (host) {
                    case SLOW -> throw nowhereAfterLong();
                    case MOVING -> Stream.of(told());
                    default -> usual.lookupByName(host, policy);
                };
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                return usual.lookupByAddress(address);
            }
        };
    }

    @Override
    public String name() {
        return "told";
    }

    private static UnknownHostException nowhereAfterLong() {
        long end = System.nanoTime() + TEN_SECONDS;
        while (System.nanoTime() - end < 0) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
        return new UnknownHostException(SLOW);
    }

    private static InetAddress told() throws UnknownHostException {
        URL file = ClassLoader.getSystemResource(FILE);
        if (file == null) {
            throw new UnknownHostException("no file says where " + MOVING + " is");
        }
        try {
            return InetAddress.ofLiteral(Files.readString(Path.of(file.toURI())).strip());
        } catch (IOException | URISyntaxException e) {
            throw new UnknownHostException(e.getMessage());
        }
    }
}
