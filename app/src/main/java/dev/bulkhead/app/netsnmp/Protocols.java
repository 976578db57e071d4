package dev.bulkhead.app.netsnmp;

import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.PrivProtocol;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** USM protocols by net-snmp's names; case and hyphens do not count. */
final class Protocols {
    private Protocols() {}

    static Optional<AuthProtocol> auth(String name) {
        String wanted = plain(name).equals("SHA1") ? "SHA" : plain(name);
        return Arrays.stream(AuthProtocol.values())
                .filter(each -> plain(each.flag()).equals(wanted))
                .findFirst();
    }

    static Optional<PrivProtocol> priv(String name) {
        String wanted = plain(name).equals("AES128") ? "AES" : plain(name);
        return Arrays.stream(PrivProtocol.values())
                .filter(each -> plain(each.flag()).equals(wanted))
                .findFirst();
    }

    private static String plain(String name) {
        return name.strip().replace("-", "").toUpperCase(Locale.ROOT);
    }

    static String authWords() {
        return Arrays.stream(AuthProtocol.values())
                .map(AuthProtocol::flag)
                .collect(Collectors.joining(", ", "there is ", ""));
    }

    static String privWords() {
        return Arrays.stream(PrivProtocol.values())
                .map(PrivProtocol::flag)
                .collect(Collectors.joining(", ", "there is ", ""));
    }
}
