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

@DisabledOnOs(OS.WINDOWS) // its absolute paths begin with a drive
class SnmpConfTest {
    @TempDir Path root;
    private Path home;
    private final Map<String, String> env = new HashMap<>();

    @BeforeEach
    void prepare() throws IOException {
        home = Files.createDirectories(root.resolve("home/me"));
    }

    private SnmpConf conf(String... lines) throws IOException {
        write("etc/snmp/snmp.conf", lines);
        return read();
    }

    private void write(String path, String... lines) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, List.of(lines));
    }

    private SnmpConf read() {
        return SnmpConf.of(new Machine(env, home, root, ':'));
    }

    private List<String> dirs(SnmpConf conf) {
        return conf.mibDirs().stream().map(dir -> "/" + root.relativize(dir)).toList();
    }

    @Test
    void plainListsReplaceAndSignedOnesJoin() throws IOException {
        SnmpConf conf = conf("mibdirs /old", "mibdirs /a:/b", "mibdirs +/c", "mibdirs -/d:/e");

        assertThat(dirs(conf)).containsExactly("/d", "/e", "/a", "/b", "/c");
    }

    @Test
    void aSignMayStandBeforeTheDirective() throws IOException {
        assertThat(dirs(conf("mibdirs /a", "+mibdirs /b", "-mibdirs /c")))
                .containsExactly("/c", "/a", "/b");
    }

    @Test
    void quotationMarksHomeAndCaseAreRead() throws IOException {
        SnmpConf conf =
                conf("MibDirs \"/a b:c\":$HOME/x:~/y", "mibfile \"/my file\"", "MIBS \"A-MIB\":B");

        assertThat(dirs(conf)).containsExactly("/a b:c", "/home/me/x", "/home/me/y");
        assertThat(conf.mibFiles()).containsExactly(root.resolve("my file"));
        assertThat(conf.mibs()).containsExactly("A-MIB", "B");
    }

    @Test
    void modulesAreJoinedLikewise() throws IOException {
        assertThat(conf("mibs :").mibs()).isEmpty();
        assertThat(conf("mibs A:B", "mibs +ALL").mibs()).containsExactly("A", "B", "ALL");
    }

    @Test
    void commentsAndOtherSectionsAreSkipped() throws IOException {
        SnmpConf conf =
                conf(
                        "#mibdirs /a",
                        "  # mibdirs /b",
                        "mibdirs # /c",
                        "[snmpd]",
                        "mibdirs /d",
                        "[snmp] mibdirs /e",
                        "mibdirs +/f",
                        "[snmp]",
                        "mibdirs +/g",
                        "[broken");

        assertThat(dirs(conf)).containsExactly("/e", "/g");
    }

    @Test
    void laterFilesGoOnFromEarlierOnes() throws IOException {
        write("etc/snmp/snmp.conf", "mibdirs /a");
        write("etc/snmp/snmp.local.conf", "mibdirs +/b");
        write("home/me/.snmp/snmp.conf", "mibdirs +/c");

        assertThat(dirs(read())).containsExactly("/a", "/b", "/c");
    }

    @Test
    void theEnvironmentsFoldersReplaceTheUsualOnes() throws IOException {
        write("etc/snmp/snmp.conf", "mibdirs /a");
        write("x/snmp.conf", "mibdirs /x");
        write("y/snmp.conf", "mibdirs +/y");
        env.put("SNMPCONFPATH", "/x:/none:/y");

        assertThat(dirs(read())).containsExactly("/x", "/y");
    }
}
