package dev.bulkhead.app.agent;

import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A walk as net-snmp's command. Secrets are the variables {@code $COMMUNITY}, {@code $AUTH_PASS}
 * and {@code $PRIV_PASS}, which who runs it sets.
 */
public final class SnmpwalkText {
    private SnmpwalkText() {}

    /** {@code snmpwalk -v2c -c "$COMMUNITY" -t 2 -r 1 192.0.2.1:161 .1.3.6.1.2.1.2.2}. */
    public static String of(Target target, String oid) {
        List<String> words = new ArrayList<>();
        words.add("snmpwalk");
        switch (target.credential()) {
            case Credential.Community community -> {
                words.add("-v" + community.version().flag());
                words.add("-c");
                words.add("\"$COMMUNITY\"");
            }
            case Credential.Usm usm -> user(usm, words);
            case Credential.Tsm tsm -> certificate(tsm, words);
        }
        words.add("-t");
        words.add(seconds(target));
        words.add("-r");
        words.add(Integer.toString(target.retries()));
        words.add(quoted(address(target)));
        words.add(oid);
        return String.join(" ", words);
    }

    private static String address(Target target) {
        String plain = target.address();
        return switch (target.transport()) {
            case UDP, TCP -> plain;
            case TLS -> plain.replaceFirst("^tls:", "tlstcp:");
            case DTLS -> plain.replaceFirst("^dtls:", "dtlsudp:");
        };
    }

    private static String seconds(Target target) {
        double seconds = target.timeout().toMillis() / 1000.0;
        return seconds == Math.rint(seconds)
                ? Long.toString((long) seconds)
                : Double.toString(seconds);
    }

    private static void user(Credential.Usm usm, List<String> words) {
        words.add("-v3");
        words.add("-l");
        words.add(usm.level().rfcName());
        words.add("-u");
        words.add(quoted(usm.securityName()));
        usm.auth()
                .ifPresent(auth -> {
                    words.add("-a");
                    words.add(
                            auth.protocol() == AuthProtocol.SHA_1 ? "SHA" : auth.protocol().flag());
                    words.add("-A");
                    words.add("\"$AUTH_PASS\"");
                });
        usm.priv()
                .ifPresent(priv -> {
                    words.add("-x");
                    words.add(priv.protocol().flag());
                    words.add("-X");
                    words.add("\"$PRIV_PASS\"");
                });
        context(usm.contextName(), usm.contextEngineId(), words);
        usm.securityEngineId()
                .ifPresent(id -> {
                    words.add("-e");
                    words.add(hex(id));
                });
    }

    private static void certificate(Credential.Tsm tsm, List<String> words) {
        words.add("-v3");
        words.add("-T our_identity=\"$OUR_CERTIFICATE\"");
        words.add("-T their_identity=\"$THEIR_CERTIFICATE\"");
        context(tsm.contextName(), tsm.contextEngineId(), words);
    }

    private static void context(String name, Optional<OctetString> engine, List<String> words) {
        if (!name.isEmpty()) {
            words.add("-n");
            words.add(quoted(name));
        }
        engine.ifPresent(id -> {
            words.add("-E");
            words.add(hex(id));
        });
    }

    private static String hex(OctetString octets) {
        return "0x" + HexFormat.of().formatHex(octets.bytes());
    }

    /** For a POSIX shell; plain where nothing in it means anything there. */
    private static String quoted(String text) {
        return text.matches("[A-Za-z0-9_.:@%/\\[\\]-]+") && !text.contains("[")
                ? text
                : "'" + text.replace("'", "'\\''") + "'";
    }
}
