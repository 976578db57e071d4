package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.engine.job.AcceptedSender;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates to security names, as RFC 6353 §7 says. */
class SenderNameTest {
    private static X509Certificate certificate(String name) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(
                                new ByteArrayInputStream(
                                        Certificates.identity(name).chain().getFirst().bytes()));
    }

    @Test
    void withoutSubjectAltNameItIsTheCommonName() throws GeneralSecurityException {
        assertThat(SenderName.of(certificate("manager"))).contains("manager");
    }

    @ParameterizedTest
    @CsvSource({"Joe.Doe@NET.Example, Joe.Doe@net.example", "NoAt.Example, noat.example"})
    void ofAMailAddressTheHostIsInLowerCase(String value, String name) {
        assertThat(SenderName.mail(value)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8::1, 20010db8000000000000000000000001",
        "0:0:0:0:0:0:0:1, 00000000000000000000000000000001"
    })
    void anAddressIsInDotsOrInHexadecimalDigits(String value, String name) {
        assertThat(SenderName.address(value)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a name of thirty-three characters"})
    void aNameHasOneTo32Octets(String name) {
        assertThatThrownBy(() ->
                        new AcceptedSender.VouchedFor(
                                new OctetString(new byte[1]), Optional.of(name)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(AcceptedSender.isUsable("a name of thirty-two characters.")).isTrue();
    }
}
