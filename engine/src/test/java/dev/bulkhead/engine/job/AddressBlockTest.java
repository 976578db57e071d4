package dev.bulkhead.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bulkhead.engine.job.AddressBlock.Range;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressBlockTest {
    private static final Credential PUBLIC =
            new Credential.Community(SnmpVersion.V2C, new Secret("public"));

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7, 1, 192.0.2.7",
        "192.0.2.0/24, 192.0.2.1, 254, 192.0.2.254",
        "192.0.2.8/30, 192.0.2.9, 2, 192.0.2.10",
        "192.0.2.8/31, 192.0.2.8, 2, 192.0.2.9",
        "192.0.2.8/32, 192.0.2.8, 1, 192.0.2.8",
        "10.16.0.0/12, 10.16.0.1, 1048574, 10.31.255.254",
        "192.0.2.10-20, 192.0.2.10, 11, 192.0.2.20",
        "192.0.2.10-10, 192.0.2.10, 1, 192.0.2.10",
        "192.0.2.1-192.0.3.254, 192.0.2.1, 510, 192.0.3.254",
        "10.0.255.255-10.1.0.0, 10.0.255.255, 2, 10.1.0.0",
        "2001:db8::/120, 2001:db8:0:0:0:0:0:0, 256, 2001:db8:0:0:0:0:0:ff",
        "2001:db8::/128, 2001:db8:0:0:0:0:0:0, 1, 2001:db8:0:0:0:0:0:0",
        "2001:db8::1-ff, 2001:db8:0:0:0:0:0:1, 255, 2001:db8:0:0:0:0:0:ff",
        "2001:db8::ffff-2001:db8::1:1, 2001:db8:0:0:0:0:0:ffff, 3, 2001:db8:0:0:0:0:1:1",
        "fe80::1, fe80:0:0:0:0:0:0:1, 1, fe80:0:0:0:0:0:0:1"
    })
    void aBlockHoldsItsAddresses(String text, String first, int size, String last) {
        AddressBlock block = AddressBlock.parse(text);

        assertThat(block.text()).isEqualTo(text);
        assertThat(block.size()).isEqualTo(size);
        assertThat(block).isEqualTo(AddressBlock.parse(text));
        assertThat(block)
                .isInstanceOfSatisfying(
                        Range.class,
                        range -> {
                            assertThat(range.at(0).getHostAddress()).isEqualTo(first);
                            assertThat(range.at(size - 1).getHostAddress()).isEqualTo(last);
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sw1", "core-sw1.example.net", "10-gig-switch", "a.example.", "café"})
    void whatIsNoAddressIsAName(String text) {
        assertThat(AddressBlock.parse(text)).isEqualTo(new AddressBlock.Name(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                   | is empty: write an address",
                "10.0.0.1 10.0.0.2    | has a blank or comma at 9: give each block by itself",
                "10.0.0.1,2           | has a blank or comma at 9",
                "192.0.2.0/33         | has \"33\" after the /: write the length of the prefix there, 0 to 32",
                "192.0.2.0/           | has \"\" after the /",
                "192.0.2.0/x          | has \"x\" after the /",
                "2001:db8::/129       | 0 to 128",
                "switch/24            | has \"switch\" before the /, which is no address",
                "192.0.2.5/24         | write 192.0.2.0/24 for the block, or 192.0.2.5 alone",
                "2001:db8::1/64       | write 2001:db8:0:0:0:0:0:0/64 for the block",
                "192.0.2.300          | has \"300\" for a number: it is one of 0 to 255",
                "192.0.2.10-300       | has \"300\" for a number",
                "192.0.2.010          | has \"010\", which some programs read as octal: write 10",
                "192.0.2              | is no whole IPv4 address",
                "192.0.2.1.5          | is no whole IPv4 address",
                "192.0.2.20-10        | ends before it begins: write the lower address first",
                "192.0.2.1-x          | has \"x\" after the -: write an IPv4 address there, or its last number",
                "192.0.2.1-2001:db8:: | has \"2001:db8::\" after the -",
                "2001:db8::1-fffff    | or its last group",
                "192.0.2.1:1161       | has a : at 10: give ports by themselves",
                "2001:db8::g          | is no IPv6 address",
                "sw_1..net            | \"\" is no part of one",
                "-sw1                 | is neither an address nor a name",
                "10.0.0.0/8           | holds 16,777,214 addresses: a sweep takes 1,048,576 at most",
                "2001:db8::/64        | holds at least 2^64 addresses: no sweep gets through",
                "0.0.0.0/31           | reaches into 0.0.0.0/8",
                "223.255.255.0-224.0.0.1 | reaches into 224.0.0.0/3",
                "255.255.255.255      | reaches into 224.0.0.0/3",
                "ff02::1              | that no single device has"
            })
    void whatCannotBeIsToldWithWhatToWrite(String text, String told) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddressBlock.parse(text))
                .withMessageStartingWith("\"" + text + "\" ")
                .withMessageContaining(told);
    }

    @Test
    void aSweepOfTooManyIsRefusedWithItsNumber() {
        List<AddressBlock> blocks =
                List.of(AddressBlock.parse("10.0.0.0/13"), AddressBlock.parse("10.8.0.0/13"));

        assertThat(JobSpec.Discover.of(blocks, List.of(PUBLIC)).blocks()).hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new JobSpec.Discover(
                                blocks,
                                List.of(161, 1161),
                                List.of(PUBLIC),
                                Duration.ofSeconds(1),
                                1,
                                200,
                                JobSpec.Discover.DEFAULT_OIDS))
                .withMessageContaining("2,097,144 addresses, counted for each port");
    }
}
