package dev.bulkhead.tests.agreement;

import dev.bulkhead.mibs.MibCompiler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A real {@code snmpd} that also has the objects of {@code AGREEMENT-MIB}: a script gives it their
 * values ({@code pass}). And the folder of the modules that name all it has, for net-snmp, whose
 * packages come without.
 */
final class AgreementAgent implements AutoCloseable {
    /** Where the objects of AGREEMENT-MIB stand. */
    static final String MODULE = "1.3.6.1.4.1.32473.77";

    private static final String OWN = "/dev/bulkhead/tests/agreement/";
    private static final String LIBRARY = "/dev/bulkhead/mibs/";

    private static final List<String> MODULES =
            List.of(
                    "base/SNMPv2-SMI",
                    "base/SNMPv2-TC",
                    "base/SNMPv2-CONF",
                    "library/bulkhead/BULKHEAD-DEMO-MIB",
                    "library/iana/IANAifType-MIB",
                    "library/ietf/IF-MIB",
                    "library/ietf/INET-ADDRESS-MIB",
                    "library/ietf/IP-MIB",
                    "library/ietf/SNMP-FRAMEWORK-MIB",
                    "library/ietf/SNMP-TARGET-MIB",
                    "library/ietf/SNMP-USER-BASED-SM-MIB",
                    "library/ietf/SNMP-VIEW-BASED-ACM-MIB",
                    "library/ietf/SNMPv2-MIB");

    private final Snmpd snmpd;
    private final Path mibs;

    private AgreementAgent(Snmpd snmpd, Path mibs) {
        this.snmpd = snmpd;
        this.mibs = mibs;
    }

    static AgreementAgent start(Path folder) throws IOException {
        Path mibs = Files.createDirectories(folder.resolve("modules"));
        for (String module : MODULES) {
            copy(MibCompiler.class, LIBRARY + module, mibs);
        }
        copy(AgreementAgent.class, OWN + "AGREEMENT-MIB", mibs);
        Path script = copy(AgreementAgent.class, OWN + "agreement.awk", folder);
        Path values = copy(AgreementAgent.class, OWN + "agreement.values", folder);
        String pass = "pass -p 1 .%s /usr/bin/awk -f %s %s\n".formatted(MODULE, script, values);
        return new AgreementAgent(Snmpd.start(folder, pass + "engineID bulkhead\n"), mibs);
    }

    private static Path copy(Class<?> of, String resource, Path folder) throws IOException {
        Path file = folder.resolve(resource.substring(resource.lastIndexOf('/') + 1));
        try (InputStream in = of.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException(resource + " is missing");
            }
            Files.copy(in, file);
        }
        return file;
    }

    /** The folder of modules. */
    Path mibs() {
        return mibs;
    }

    String address() {
        return snmpd.address();
    }

    @Override
    public void close() {
        snmpd.close();
    }
}
