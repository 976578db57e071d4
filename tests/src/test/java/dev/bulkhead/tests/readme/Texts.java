package dev.bulkhead.tests.readme;

/** Commands of the texts on this machine: what they name is put in the place of examples. */
final class Texts {
    /** A module with a fault that can be mended. */
    static final String MODULE =
            """
            ACME-MIB DEFINITIONS ::= BEGIN
            IMPORTS
                MODULE-IDENTITY, OBJECT-TYPE, Integer32, enterprises
                    FROM SNMPv2-SMI;
            acmeMIB MODULE-IDENTITY
                LAST-UPDATED "202605010000Z"
                ORGANIZATION "Acme"
                CONTACT-INFO "noc@example.com"
                DESCRIPTION  "Of Acme."
                ::= { enterprises 32473 }
            acmeState OBJECT-TYPE
                SYNTAX      INTEGER { ok(1), warm(2) hot(3) }
                MAX-ACCESS  read-only
                STATUS      current
                DESCRIPTION "How it is."
                ::= { acmeMIB 1 }
            END
            """;

    static final String POLL_SET =
            """
            version: 1
            devices:
              - name: sw1
                address: 192.0.2.1
            polls:
              - devices: [sw1]
                every: 300ms
                items:
                  - object: IF-MIB::ifHCInOctets
                    instances: [25, 26]
            """;

    static final String GENERATOR =
            """
            auths:
              office:
                version: 2
                community: office
            modules:
              if_mib:
                walk: [ifInOctets]
            """;

    private Texts() {}

    /**
     * The command, on a device at {@code agent} that knows the user "demo", with a receiver at
     * {@code trapPort}, ended after some moments.
     */
    static String onThisMachine(String command, String agent, int trapPort, int freePort) {
        String here =
                command.replaceAll(" &$", "")
                        .replaceAll("192\\.0\\.2\\.9(:\\d+)?", "127.0.0.1:" + trapPort)
                        .replaceAll("192\\.0\\.2\\.0/24|10\\.0\\.0\\.1-50", "127.0.0.1-3")
                        .replaceAll("192\\.0\\.2\\.\\d+(:\\d+)?|127\\.0\\.0\\.1:16100", agent)
                        .replace("/etc/snmp/", "")
                        .replace("-u ops", "-u demo")
                        .replaceAll("--port \\d+", "--port 0")
                        .replaceAll("--seconds \\d+", "--seconds 2")
                        .replaceAll("--every \\S+", "--every 300ms")
                        .replaceAll("--for \\S+", "--for 1s")
                        .replaceAll("--count \\d+", "--count 2")
                        .replaceAll("--metrics \\d+", "--metrics 0");
        String verb = here.split(" ", 3)[1];
        return switch (verb) {
            case "discover" ->
                    here + " -t 0.5 -r 0 --port " + agent.substring(agent.indexOf(':') + 1);
            case "listen" ->
                    here.replaceAll("(?<=[ :])\\d{4,5}(?= |$)", "127.0.0.1:" + freePort)
                            + " --seconds 2";
            case "poll" -> ofPoll(here);
            case "simulate" -> here.contains("--seconds") ? here : here + " --seconds 2";
            default -> here;
        };
    }

    private static String ofPoll(String command) {
        if (command.contains(".yaml")) {
            return command.contains("--for") ? command : command + " --for 1s";
        }
        return command.contains("--count") ? command : command + " --count 2";
    }
}
