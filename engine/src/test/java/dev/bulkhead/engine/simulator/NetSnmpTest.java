package dev.bulkhead.engine.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bulkhead.engine.job.DemoNetwork;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tools of net-snmp as managers; skipped where they are missing, unless {@code CI=true}. */
class NetSnmpTest {
    @TempDir Path folder;
    private Simulator simulator;

    @BeforeEach
    void open() throws IOException {
        boolean present =
                List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                        .anyMatch(path -> Files.isExecutable(Path.of(path, "snmpbulkwalk")));
        assumeTrue(present || "true".equals(System.getenv("CI")), "needs Debian's package snmp");
        simulator = Simulator.open(DemoNetwork.spec().devices());
    }

    @AfterEach
    void close() {
        if (simulator != null) {
            simulator.close();
        }
    }

    private List<String> run(String tool, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(tool, "-On", "-m", ""));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SNMP_PERSISTENT_DIR", folder.toString());
        builder.environment().put("SNMPCONFPATH", folder.toString());
        Process process = builder.start();
        List<String> lines = process.inputReader().lines().toList();
        assertThat(process.waitFor()).as("%s", lines).isZero();
        return lines;
    }

    @Test
    void walksSeeTheSameInstancesInEveryWay() throws IOException, InterruptedException {
        String address = simulator.addresses().getLast();
        List<String> byNext = run("snmpwalk", "-v2c", "-c", "public", address, ".1");
        List<String> byBulk = run("snmpbulkwalk", "-v2c", "-c", "public", address, ".1");
        List<String> byUser =
                run(
                        "snmpbulkwalk",
                        "-v3",
                        "-l",
                        "authPriv",
                        "-u",
                        DemoNetwork.USER,
                        "-a",
                        "SHA-256",
                        "-A",
                        DemoNetwork.AUTH_PASSPHRASE,
                        "-x",
                        "AES",
                        "-X",
                        DemoNetwork.PRIV_PASSPHRASE,
                        address,
                        ".1");
        assertThat(names(byNext)).hasSizeGreaterThan(300);
        assertThat(names(byBulk)).isEqualTo(names(byNext));
        assertThat(names(byUser)).isEqualTo(names(byNext));
    }

    private static List<String> names(List<String> lines) {
        return lines.stream()
                .filter(line -> line.contains(" = "))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
    }

    @Test
    void setIsReadBack() throws IOException, InterruptedException {
        String address = simulator.addresses().getFirst();
        String alias = ".1.3.6.1.2.1.31.1.1.1.18.4";
        run("snmpset", "-v2c", "-c", "private", address, alias, "s", "by net-snmp");
        assertThat(run("snmpget", "-v1", "-c", "public", address, alias))
                .containsExactly(alias + " = STRING: \"by net-snmp\"");
    }
}
