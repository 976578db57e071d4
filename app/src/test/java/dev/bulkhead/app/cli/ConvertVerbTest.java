package dev.bulkhead.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.pollset.CredentialName;
import dev.bulkhead.app.pollset.Instances;
import dev.bulkhead.app.pollset.PollItem;
import dev.bulkhead.app.pollset.PollItem.What;
import dev.bulkhead.app.pollset.PollSet;
import dev.bulkhead.app.pollset.PollSetReader;
import dev.bulkhead.engine.job.SnmpVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConvertVerbTest {
    private static final String CANARY = "canary-5150-secret";
    private static final String SET =
            """
            version: 1
            name: Core, north
            devices:
              - {name: a, address: 192.0.2.1, timeout: 3s, retries: 2}
              - {name: b, address: "tcp:192.0.2.2:1161", timeout: 3s, retries: 2, credential: Core RO}
              - {name: c, address: "2001:db8::1"}
            polls:
              - devices: [a, b]
                every: 90s
                items:
                  - sysUpTime
                  - {object: ifTable, instances: all}
                  - {object: ifHCInOctets, instances: [1, 2]}
                  - {formula: ifInOctets.1 * 8, name: load}
              - devices: [c]
                every: 1d
                items:
                  - {object: sysName.0, alarm: {above: 5}}
                  - noSuchObject.0
            """;
    private static final String GENERATOR =
            """
            auths:
              core:
                version: 3
                username: alice
                security_level: authPriv
                password: %1$s
                priv_password: ${PRIV}
                context_name: vlan-7
            modules:
              if_mib:
                walk: [sysUpTime, interfaces, 1.3.6.1.2.1.31.1.1.1.6.40, nowhere]
                get: [1.3.6.1.2.1.1.5.0]
                timeout: 7s
                retries: 4
                max_repetitions: 10
                lookups:
                  - source_indexes: [ifIndex]
                    lookup: ifAlias
                overrides:
                  ifType: {type: EnumAsInfo}
                  ifSpecific: {ignore: true}
              names:
                walk: [ifName]
                version: 1
                auth: {community: %1$s}
            """
                    .formatted(CANARY);

    @TempDir private Path folder;
    private final FakeTerminal world = new FakeTerminal();

    private int convert(String text, String... more) throws IOException {
        Path file = folder.resolve("in.yml");
        Files.writeString(file, text);
        List<String> words = new ArrayList<>(List.of("convert", file.toString()));
        words.addAll(List.of("-m", "IF-MIB:SNMPv2-MIB", "-M", folder.toString()));
        words.addAll(List.of(more));
        return world.run(words.toArray(String[]::new));
    }

    @Test
    void aPollSetBecomesModulesWithAuthsBesideThem() throws IOException {
        assertThat(convert(SET, "--to", "generator")).isZero();
        assertThat(world.out())
                .contains("auths:\n  public_v2:\n    version: 2\n    community: public\n")
                .contains("  core_ro:\n    version: 2\n    community: \"${CORE_RO_COMMUNITY}\"\n")
                .contains(
                        """
                          core_north:
                            walk:
                              - 1.3.6.1.2.1.1.3  # SNMPv2-MIB::sysUpTime.0
                              - 1.3.6.1.2.1.2.2  # IF-MIB::ifTable
                              - 1.3.6.1.2.1.31.1.1.1.6.1  # IF-MIB::ifHCInOctets.1
                              - 1.3.6.1.2.1.31.1.1.1.6.2  # IF-MIB::ifHCInOctets.2
                            timeout: 3s
                            retries: 2
                        """)
                .contains("  core_north_2:\n    walk:\n      - 1.3.6.1.2.1.1.5 ")
                .contains("target=tcp:192.0.2.2:1161 module=core_north auth=core_ro  every 90s");
        assertThat(world.err())
                .contains("the formula \"load\" is not written")
                .contains("the alarm of sysName.0 is not written")
                .contains("noSuchObject.0 is not written");
    }

    @Test
    void theOlderEditionHasAnAuthInEachModule() throws IOException {
        assertThat(convert(SET, "--to", "generator-0.22")).isZero();
        assertThat(world.out())
                .doesNotContain("auths:")
                .contains("    version: 2\n    auth:\n      community: public\n")
                .contains("    auth:\n      community: \"${CORE_RO_COMMUNITY}\"\n")
                .contains("every 24h");
    }

    @Test
    void telegrafGetsNumbersNamesAndOneInputForEachWayToAsk() throws IOException {
        assertThat(convert(SET, "--to", "telegraf")).isZero();
        String text = world.out();
        assertThat(text.split("\\[\\[inputs\\.snmp\\]\\]", -1)).hasSize(4);
        assertThat(text)
                .contains("agents = [\"udp://192.0.2.1:161\"]")
                .contains("agents = [\"tcp://192.0.2.2:1161\"]")
                .contains("agents = [\"udp://[2001:db8::1]:161\"]")
                .contains("interval = \"90s\"", "interval = \"24h\"", "retries = 2")
                .contains("community = \"${CORE_RO_COMMUNITY}\"")
                .contains("oid = \".1.3.6.1.2.1.1.3.0\"\n    name = \"sysUpTime.0\"")
                .contains("name = \"ifTable\"\n    index_as_tag = true")
                .contains("name = \"ifPhysAddress\"\n      conversion = \"hwaddr\"");
    }

    @Test
    void aGeneratorYmlBecomesAPollSet() throws Exception {
        int code = convert(GENERATOR, "--to", "pollset", "--device", "192.0.2.9", "--every", "30s");
        assertThat(code).as(world.err()).isZero();
        PollSet set = PollSetReader.read(world.out());
        assertThat(set.polls()).hasSize(2);
        assertThat(set.polls().getFirst().every()).isEqualTo(Duration.ofSeconds(30));
        List<What> items = set.polls().getFirst().items().stream().map(PollItem::what).toList();
        assertThat(items)
                .contains(
                        new What.ObjectName("SNMPv2-MIB::sysUpTime.0", new Instances.Written()),
                        new What.ObjectName("IF-MIB::ifNumber.0", new Instances.Written()),
                        new What.ObjectName("IF-MIB::ifInOctets", new Instances.All()),
                        new What.ObjectName("IF-MIB::ifHCInOctets.40", new Instances.Written()),
                        new What.ObjectName("SNMPv2-MIB::sysName.0", new Instances.Written()))
                .noneMatch(item -> item.toString().contains("ifSpecific"));
        assertThat(set.devices())
                .anySatisfy(device -> {
                    assertThat(device.credential()).isEqualTo(new CredentialName.Named("core"));
                    assertThat(device.version()).isEqualTo(Optional.of(SnmpVersion.V3));
                    assertThat(device.context()).isEqualTo("vlan-7");
                    assertThat(device.timeout()).isEqualTo(Duration.ofSeconds(7));
                    assertThat(device.retries()).isEqualTo(4);
                })
                .anySatisfy(device -> {
                    assertThat(device.credential()).isEqualTo(new CredentialName.Named("names"));
                    assertThat(device.version()).isEqualTo(Optional.of(SnmpVersion.V1));
                });
        assertThat(world.err())
                .contains("in.yml:3: the secrets of core are not taken")
                .contains("lookups are not taken", "the override \"type\" of ifType", "nowhere")
                .contains("max_repetitions is not taken");
        assertThat(world.out() + world.err()).doesNotContain(CANARY, "${PRIV}");
    }

    @Test
    void whatWasWrittenForTheGeneratorReadsBackAsTheSameObjects() throws Exception {
        assertThat(convert(SET, "--to", "generator")).isZero();
        String generator = world.out();
        world.out.reset();
        assertThat(convert(generator, "--to", "pollset", "--device", "h")).isZero();
        List<What> items =
                PollSetReader.read(world.out()).polls().getFirst().items().stream()
                        .map(PollItem::what)
                        .toList();
        assertThat(items)
                .containsExactly(
                        new What.ObjectName("SNMPv2-MIB::sysUpTime.0", new Instances.Written()),
                        new What.ObjectName("IF-MIB::ifTable", new Instances.All()),
                        new What.ObjectName("IF-MIB::ifHCInOctets.1", new Instances.Written()),
                        new What.ObjectName("IF-MIB::ifHCInOctets.2", new Instances.Written()));
    }

    @Test
    void whatIsWrongIsToldWithItsLine() throws IOException {
        String[] to = {"--to", "pollset", "--device", "h"};
        assertThat(convert("modules:\n  a: [\n", to)).isEqualTo(1);
        assertThat(world.err()).contains("in.yml:").contains("this is no YAML");
        assertThat(convert("modules:\n  a: {walk: [nowhere]}\n", to)).isEqualTo(1);
        assertThat(world.err()).contains("in.yml:2: nothing of it can be polled");
        assertThat(convert("modules:\n  a: {}\n", "--to", "pollset")).isEqualTo(2);
        assertThat(world.err()).contains("give --device");
        assertThat(convert(SET, "--to", "xml")).isEqualTo(2);
        assertThat(convert("version: 1\nnme: x\n", "--to", "telegraf")).isEqualTo(1);
        assertThat(world.err()).contains("in.yml:2:1:");
    }
}
