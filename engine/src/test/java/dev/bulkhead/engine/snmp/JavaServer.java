package dev.bulkhead.engine.snmp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;

/** A TLS server of Java's own, which wants certificates of the test authority and knows no SNMP. */
final class JavaServer implements AutoCloseable {
    private final SSLServerSocket server;

    JavaServer(String version) throws Exception {
        char[] password = Certificates.PASSWORD.toCharArray();
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store("agent.p12", password), password);
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store("trust.p12", password));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        server =
                (SSLServerSocket)
                        context.getServerSocketFactory()
                                .createServerSocket(0, 1, InetAddress.getLoopbackAddress());
        server.setNeedClientAuth(true);
        server.setEnabledProtocols(new String[] {version});
        Thread.ofPlatform().daemon().name("java-server").start(this::serve);
    }

    private static KeyStore store(String name, char[] password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(Certificates.file(name))) {
            store.load(in, password);
        }
        return store;
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        try (var socket = server.accept()) {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // The handshake failed, or the other side has gone.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
