package dev.bulkhead.tests.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.netsnmp.ConfFolders;
import dev.bulkhead.app.netsnmp.Found;
import dev.bulkhead.app.netsnmp.FoundCredential;
import dev.bulkhead.app.netsnmp.NetSnmpFiles;
import dev.bulkhead.app.vault.Recipe;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.tests.program.Command;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code snmpget} reads a {@code snmp.conf} and asks; the community and version in its packet must
 * be those that Bulkhead reads from the same files.
 *
 * <p>Of a host's file only the community is compared: net-snmp 5.9.3 has chosen the version from
 * the general files before it reads that file, though snmp.conf(5) says a {@code defVersion} in it
 * counts. Bulkhead does as the manual says.
 */
class NetSnmpConfTest {
    private static final int SILENCE_MILLIS = 20_000;

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "defCommunity plain",
                "  defCommunity\ttabbed\t",
                "DEFCOMMUNITY upper",
                "defCommunity two words  ",
                "defCommunity \"in quotes  \"  ",
                "defCommunity \"a \\\" b\" rest",
                "defCommunity \"back\\\\slash\"",
                "defCommunity plain\\back",
                "defCommunity a#b # c",
                "defCommunity 'single'",
                "[snmp] defCommunity here",
                "[snmpd]\ndefCommunity no\n[snmp]\ndefCommunity yes",
                "defCommunity first\ndefCommunity second",
                "defCommunity \"unclosed",
                "defCommunity x\n# defCommunity remark",
                "includeFile more.inc",
                "defCommunity x\ndefVersion 1"
            })
    void theCommunityIsTheOneNetSnmpSends(String lines) throws Exception {
        Snmpd.require();
        Files.writeString(folder.resolve("more.inc"), "defCommunity from-the-include\n");
        Files.writeString(folder.resolve("snmp.conf"), "defVersion 2c\n" + lines + "\n");
        assertSame("127.0.0.1", Found::credentials);
    }

    @Test
    void localFilesOverrideInBoth() throws Exception {
        Snmpd.require();
        Files.writeString(folder.resolve("snmp.local.conf"), "defCommunity local\n");
        Files.writeString(folder.resolve("snmp.conf"), "defVersion 2c\ndefCommunity general\n");
        assertSame("127.0.0.1", Found::credentials);
    }

    @Test
    void aHostsFileOverridesForItsHost() throws Exception {
        Snmpd.require();
        Files.createDirectories(folder.resolve("hosts"));
        Files.writeString(folder.resolve("snmp.conf"), "defVersion 2c\ndefCommunity general\n");
        Files.writeString(
                folder.resolve("hosts/myswitch.conf"),
                "defCommunity mine\ntransport udp:127.0.0.1:PORT\n");
        assertSame(
                "myswitch",
                found ->
                        found.credentials().stream()
                                .filter(each ->
                                        each.credential()
                                                .name()
                                                .equals(found.devices().getFirst().credential()))
                                .toList());
    }

    private void assertSame(String host, Function<Found, List<FoundCredential>> which)
            throws Exception {
        Found found = NetSnmpFiles.read(new ConfFolders(List.of(folder)));
        assertThat(which.apply(found)).as("%s", found.remarks()).hasSize(1);
        Recipe recipe = which.apply(found).getFirst().credential().recipe();
        Credential.Community ours = (Credential.Community) ((Recipe.Plain) recipe).credential();
        try (DatagramSocket socket =
                new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            socket.setSoTimeout(SILENCE_MILLIS);
            int port = socket.getLocalPort();
            Path hosts = folder.resolve("hosts/myswitch.conf");
            if (Files.exists(hosts)) {
                Files.writeString(
                        hosts, Files.readString(hosts).replace("PORT", Integer.toString(port)));
            }
            String address = host.equals("127.0.0.1") ? host + ":" + port : host;
            var _ =
                    Command.of("snmpget", "-r0", "-t1", "-On", address, "1.3.6.1.2.1.1.3.0")
                            .with(
                                    Map.of(
                                            "SNMPCONFPATH", folder.toString(),
                                            "SNMP_PERSISTENT_DIR", folder.toString(),
                                            "MIBS", ""))
                            .run();
            DatagramPacket packet = new DatagramPacket(new byte[2000], 2000);
            socket.receive(packet);
            byte[] octets = Arrays.copyOf(packet.getData(), packet.getLength());
            int version = octets[4];
            String community = new String(octets, 7, octets[6], StandardCharsets.UTF_8);
            assertThat(ours.community().reveal()).isEqualTo(community);
            assertThat(ours.version()).isEqualTo(version == 0 ? SnmpVersion.V1 : SnmpVersion.V2C);
        }
    }
}
