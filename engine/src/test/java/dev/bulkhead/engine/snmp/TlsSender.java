package dev.bulkhead.engine.snmp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** A client of TLS on Java's own sockets, which trusts everybody and sends what it is told. */
final class TlsSender {
    private TlsSender() {}

    /** One with a certificate of a PKCS#12 file. */
    static SSLSocket connect(int port, String identity, String version)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(Certificates.file(identity + ".p12"))) {
            store.load(file, Certificates.PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, Certificates.PASSWORD.toCharArray());
        return connect(port, keys.getKeyManagers(), version);
    }

    static SSLSocket connectWithoutCertificate(int port, String version)
            throws IOException, GeneralSecurityException {
        return connect(port, new KeyManager[0], version);
    }

    private static SSLSocket connect(int port, KeyManager[] keys, String version)
            throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, new TrustManager[] {new Anybody()}, null);
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port);
        socket.setEnabledProtocols(new String[] {version});
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {
            // A test's listener is the right one.
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            // A test's listener is the right one.
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
