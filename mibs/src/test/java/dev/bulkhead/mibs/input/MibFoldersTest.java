package dev.bulkhead.mibs.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class MibFoldersTest {
    @TempDir Path root;
    private Path home;
    private final Map<String, String> env = new HashMap<>();

    @BeforeEach
    void prepare() throws IOException {
        root = root.toRealPath();
        home = Files.createDirectories(root.resolve("home/me"));
    }

    private Machine machine() {
        return new Machine(env, home, root, ':');
    }

    private void mib(String path) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, Archives.module(file.getFileName().toString()));
    }

    private void conf(String path, String... lines) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, List.of(lines));
    }

    private List<String> places() {
        return MibFolders.places(machine()).stream()
                .map(place ->
                        place.origin()
                                + " "
                                + root.relativize(place.path()).toString().replace('\\', '/'))
                .toList();
    }

    @Test
    void aMachineWithoutMibsHasNone() {
        assertThat(places()).isEmpty();
    }

    @Test
    void placesAreCounted() throws IOException {
        mib("usr/share/snmp/mibs/A-MIB");
        mib("usr/share/snmp/mibs/more/B-MIB");
        Files.writeString(root.resolve("usr/share/snmp/mibs/README"), "no module");

        assertThat(MibFolders.find(machine(), Cancellation.NEVER))
                .containsExactly(
                        new MibFolders.Found(
                                root.resolve("usr/share/snmp/mibs"),
                                MibFolders.Origin.NET_SNMP,
                                3,
                                2));
    }

    @Test
    void usualFoldersAreFoundInOrder() throws IOException {
        mib("home/me/.snmp/mibs/A");
        mib("home/me/netdisco-mibs/rfc/A");
        mib("usr/share/snmp/mibs/A");
        mib("usr/share/mibs/ietf/A");
        mib("usr/share/mibs/iana/A");
        mib("var/lib/mibs/site/A");
        mib("opt/librenms/mibs/A");
        mib("opt/observium/mibs/A");
        mib("Program Files/ireasoning/mibbrowser/mibs/A");

        assertThat(places())
                .containsExactly(
                        "HOME home/me/.snmp/mibs",
                        "NETDISCO home/me/netdisco-mibs",
                        "NET_SNMP usr/share/snmp/mibs",
                        "LIBSMI usr/share/mibs/iana",
                        "LIBSMI usr/share/mibs/ietf",
                        "LIBSMI var/lib/mibs/site",
                        "LIBRENMS opt/librenms/mibs",
                        "OBSERVIUM opt/observium/mibs",
                        "IREASONING Program Files/ireasoning/mibbrowser/mibs");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void mibDirsOfTheEnvironmentComeFirst() throws IOException {
        mib("one/A");
        mib("two/A");
        mib("home/me/three/A");
        mib("usr/share/snmp/mibs/A");
        env.put("MIBDIRS", "+/two:/none:/one:$HOME/three:");

        assertThat(places())
                .containsExactly(
                        "MIBDIRS two",
                        "MIBDIRS one",
                        "MIBDIRS home/me/three",
                        "NET_SNMP usr/share/snmp/mibs");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void confFilesNameFoldersAndFiles() throws IOException {
        mib("one/A");
        mib("two/A");
        mib("single/B");
        conf("etc/snmp/snmp.conf", "# comment", "mibdirs /one", "mibfile /single/B");
        conf("home/me/.snmp/snmp.conf", "mibdirs +/two");

        assertThat(places())
                .containsExactly("SNMP_CONF one", "SNMP_CONF two", "SNMP_CONF_FILE single/B");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPlaceReachedTwiceOrInsideAnotherIsListedOnce() throws IOException {
        mib("var/lib/mibs/ietf/A");
        Files.createDirectories(root.resolve("usr/share/mibs"));
        Files.createSymbolicLink(
                root.resolve("usr/share/mibs/ietf"), root.resolve("var/lib/mibs/ietf"));
        mib("opt/librenms/mibs/acme/A");
        env.put("MIBDIRS", "/opt/librenms/mibs:/opt/librenms/mibs/acme");

        assertThat(places())
                .containsExactly("MIBDIRS opt/librenms/mibs", "LIBSMI usr/share/mibs/ietf");
    }

    @Test
    void whatIsNoPathIsNoPlace() {
        env.put("MIBDIRS", "\u0000:::\u0000");
        env.put("MIBFILES", "\u0000");

        assertThat(places()).isEmpty();
    }

    @Test
    void theRealMachineIsAskedWithoutFailing() {
        Machine here = Machine.here(Map.of(), home);

        assertThat(MibFolders.places(here)).allMatch(place -> Files.exists(place.path()));
    }
}
