package dev.bulkhead.app.query;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.mibs.smi.Oid;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The command line that asks the same: net-snmp's or our own. A secret is never in it, but a
 * variable for a shell to fill in: {@code $SNMP_COMMUNITY}, {@code $SNMP_AUTH}, {@code $SNMP_PRIV}.
 */
final class AgentCommand {
    /** More OIDs fit into no request, nor into a line that anybody reads. */
    private static final int OID_LIMIT = 50;

    private AgentCommand() {}

    /** Whether a command line can say whom to ask; of certificates only their owner knows files. */
    static boolean isSpeakable(Target target) {
        return !(target.credential() instanceof Credential.Tsm);
    }

    /** {@code snmpwalk -v 2c -c "$SNMP_COMMUNITY" host:161 .1.3.6.1.2.1.2}. */
    static String netSnmp(Copied copied) {
        List<String> words = new ArrayList<>();
        words.add(
                switch (copied.verb()) {
                    case GET, SET -> "snmpget";
                    case GET_NEXT -> "snmpgetnext";
                    case GET_BULK -> "snmpbulkget";
                    case GET_SUBTREE -> "snmpwalk";
                    case WALK, TABLE_VIEW -> isV1(copied) ? "snmpwalk" : "snmpbulkwalk";
                });
        words.addAll(whom(copied, variable -> "\"$" + variable + '"'));
        return String.join(" ", words);
    }

    /** {@code bulkhead walk -v 2c -c env:SNMP_COMMUNITY host .1.3.6.1.2.1.2}. */
    static String bulkhead(Copied copied) {
        List<String> words = new ArrayList<>(List.of("bulkhead"));
        words.add(
                switch (copied.verb()) {
                    case GET, SET -> "get";
                    case GET_NEXT -> "getnext";
                    case GET_BULK -> "getbulk";
                    case GET_SUBTREE, WALK, TABLE_VIEW -> "walk";
                });
        words.addAll(whom(copied, variable -> "env:" + variable));
        return String.join(" ", words);
    }

    private static boolean isV1(Copied copied) {
        return copied.target().orElseThrow().credential().version().flag().equals("1");
    }

    private static List<String> whom(Copied copied, UnaryOperator<String> secret) {
        Target target = copied.target().orElseThrow();
        List<String> words = new ArrayList<>();
        words.add("-v " + target.credential().version().flag());
        switch (target.credential()) {
            case Credential.Community _ -> words.add("-c " + secret.apply("SNMP_COMMUNITY"));
            case Credential.Usm usm -> addUser(words, usm, secret);
            case Credential.Tsm _ ->
                    throw new IllegalArgumentException("a certificate is no command line's");
        }
        words.add(quoted(address(target)));
        words.add(
                copied.asked().stream()
                        .limit(OID_LIMIT)
                        .map(Oid::toDottedString)
                        .collect(Collectors.joining(" ")));
        return words;
    }

    private static void addUser(
            List<String> words, Credential.Usm usm, UnaryOperator<String> secret) {
        words.add("-l " + usm.level().rfcName());
        words.add("-u " + quoted(usm.securityName()));
        usm.auth()
                .ifPresent(auth -> {
                    words.add("-a " + auth.protocol().flag());
                    words.add("-A " + secret.apply("SNMP_AUTH"));
                });
        usm.priv()
                .ifPresent(priv -> {
                    words.add("-x " + priv.protocol().flag());
                    words.add("-X " + secret.apply("SNMP_PRIV"));
                });
        if (!usm.contextName().isEmpty()) {
            words.add("-n " + quoted(usm.contextName()));
        }
    }

    private static String address(Target target) {
        String host = target.host();
        boolean v6 = host.contains(":");
        String prefix =
                target.transport() == Transport.UDP
                        ? v6 ? "udp6:" : ""
                        : target.transport().prefix() + (v6 ? "6" : "") + ":";
        String bracketed = prefix + (v6 ? "[" + host + "]" : host);
        return target.port() == target.transport().agentPort()
                ? bracketed
                : bracketed + ":" + target.port();
    }

    /** What a POSIX shell takes as one word. */
    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
