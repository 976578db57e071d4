package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeerNameTest {
    @ParameterizedTest
    @CsvSource({
        "sw1.example, sw1.example, true",
        "SW1.example., sw1.EXAMPLE, true",
        "sw1.example, sw2.example, false",
        "*.lab.example, sw1.lab.example, true",
        "*.lab.example, a.sw1.lab.example, false",
        "*.lab.example, lab.example, false",
        "*.example, lab.example, false",
        "s*.lab.example, sw1.lab.example, false",
    })
    void aStarIsOneWholeLabel(String borne, String host, boolean matches) {
        assertThat(PeerName.matches(borne, host)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "agent.p12, localhost, true",
        "agent.p12, 127.0.0.1, true",
        "agent.p12, ::1, true",
        "agent.p12, 0:0:0:0:0:0:0:1%lo, true",
        "agent.p12, 127.0.0.2, false",
        "agent.p12, agent, false",
        "manager.p12, manager, true",
        "manager.p12, 'Bulkhead tests', false"
    })
    void theCommonNameCountsOnlyWhereThereIsNoOther(String file, String host, boolean borne)
            throws IOException, GeneralSecurityException {
        assertThat(PeerName.isBorneBy(certificate(file), host)).isEqualTo(borne);
    }

    private static X509Certificate certificate(String file)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(Certificates.file(file))) {
            store.load(in, Certificates.PASSWORD.toCharArray());
        }
        return (X509Certificate) store.getCertificate(store.aliases().nextElement());
    }
}
