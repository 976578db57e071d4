package dev.bulkhead.app.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bulkhead.engine.job.Transport;
import org.junit.jupiter.api.Test;

final class DeviceTest {

    @Test
    void aBareHostGetsThePortOfSnmp() {
        assertThat(Device.parse(" core-sw-01 "))
                .isEqualTo(new Device("core-sw-01", "core-sw-01", 161));
    }

    @Test
    void aPortAfterTheColonIsTaken() {
        assertThat(Device.parse("10.0.12.1:1161").port()).isEqualTo(1161);
    }

    @Test
    void anIpv6AddressNeedsNoBracketsUnlessItHasAPort() {
        assertThat(Device.parse("2001:db8::1").host()).isEqualTo("2001:db8::1");
        assertThat(Device.parse("2001:db8::1").port()).isEqualTo(161);
        assertThat(Device.parse("[2001:db8::1]:1161"))
                .isEqualTo(new Device("2001:db8::1", "2001:db8::1", 1161));
    }

    @Test
    void theAddressReadsBackAsTheSameDevice() {
        for (String text : new String[] {"h", "h:5", "[fe80::1%eth0]:99", "[2001:db8::1]"}) {
            Device device = Device.parse(text);
            assertThat(Device.parse(device.address())).isEqualTo(device);
        }
    }

    @Test
    void tlsHasAPortOfItsOwn() {
        Device device = Device.parse("dtlsudp:sw1");
        assertThat(device).isEqualTo(new Device("sw1", Transport.DTLS, "sw1", 10_161));
        assertThat(device.address()).isEqualTo("dtls:sw1");
    }

    @Test
    void whatIsNoAddressIsRefused() {
        for (String text : new String[] {"", "  ", "a b", "h:0", "h:65536", "h:x"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Device.parse(text));
        }
    }

    @Test
    void tcpIsWrittenBeforeTheHost() {
        Device device = Device.parse("TCP:[::1]:1161");
        assertThat(device).isEqualTo(new Device("::1", Transport.TCP, "::1", 1161));
        assertThat(device.address()).isEqualTo("tcp:[::1]:1161");
        assertThat(Device.parse("udp:host")).isEqualTo(Device.parse("host"));
        assertThat(Device.parse("tcp")).isEqualTo(new Device("tcp", "tcp", 161));
    }
}
