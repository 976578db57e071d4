package dev.bulkhead.tests.hostile;

import static dev.bulkhead.tests.hostile.HostileInput.bytes;
import static dev.bulkhead.tests.hostile.HostileInput.text;

import dev.bulkhead.tests.hostile.HostileInput.Must;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Single texts that are no MIBs, or MIBs no device would ship. */
final class HostileTexts {
    private static final String OBJECT =
            " OBJECT-TYPE SYNTAX Integer32 MAX-ACCESS read-only STATUS current DESCRIPTION \"%s\""
                    + " ::= { %s }\n";

    private HostileTexts() {}

    /** A sound module: its root is {@code NAMERoot}, its name {@code NAME-MIB}. */
    static String module(String name, String body) {
        return name.toUpperCase(Locale.ROOT)
                + "-MIB DEFINITIONS ::= BEGIN\n"
                + "IMPORTS enterprises, MODULE-IDENTITY, OBJECT-TYPE, Integer32 FROM SNMPv2-SMI\n"
                + " TEXTUAL-CONVENTION FROM SNMPv2-TC;\n"
                + name
                + "Root MODULE-IDENTITY LAST-UPDATED \"202001010000Z\" ORGANIZATION \"x\""
                + " CONTACT-INFO \"x\" DESCRIPTION \"x\" ::= { enterprises 99999 }\n"
                + body
                + "\nEND\n";
    }

    /** Objects below a parent; each name is the prefix and a number from 0. */
    static String objects(String prefix, int count, String parent) {
        return IntStream.range(0, count)
                .mapToObj(i -> prefix + i + OBJECT.formatted("d", parent + " " + (i + 1)))
                .collect(Collectors.joining());
    }

    /** All of them; {@code secret} is a file whose content must never be read. */
    static List<HostileInput> all(Path secret) {
        return Stream.of(broken(), circular(), deep(), large(), names(), xml(secret))
                .flatMap(List::stream)
                .toList();
    }

    private static List<HostileInput> broken() {
        byte[] random = new byte[256 << 10];
        new Random(5).nextBytes(random);
        String cutOff = module("noend", objects("noendO", 2, "noendRoot"));
        return List.of(
                text("ok-small.mib", Must.LOAD, "okO4", module("ok", objects("okO", 5, "okRoot"))),
                text("empty.mib", Must.BE_NAMED, "", ""),
                text("nul-bytes.mib", Must.LOAD_AND_BE_NAMED, "nulRoot", module("nul", "x\0\0y")),
                bytes("random.mib", Must.BE_NAMED, "", random),
                bytes(
                        "utf16-bom.mib",
                        Must.LOAD_OR_BE_NAMED,
                        "wideRoot",
                        module("wide", "").getBytes(StandardCharsets.UTF_16)),
                bytes(
                        "latin1.mib",
                        Must.LOAD,
                        "latinO0",
                        module("latin", "-- caf\u00E9\n" + objects("latinO", 1, "latinRoot"))
                                .getBytes(StandardCharsets.ISO_8859_1)),
                text(
                        "no-end.mib",
                        Must.LOAD_AND_BE_NAMED,
                        "noendO1",
                        cutOff.substring(0, cutOff.lastIndexOf("END"))),
                text(
                        "open-string.mib",
                        Must.LOAD_AND_BE_NAMED,
                        "openRoot",
                        module(
                                "open",
                                "a OBJECT-TYPE SYNTAX Integer32 DESCRIPTION \"never closed "
                                        + "x ".repeat(100_000))),
                text(
                        "huge-range.mib",
                        Must.LOAD_AND_BE_NAMED,
                        "rangeRoot",
                        module(
                                "range",
                                "r OBJECT-TYPE SYNTAX Integer32 (-99999999999999999999999.."
                                        + "99999999999999999999999) MAX-ACCESS read-only STATUS"
                                        + " current DESCRIPTION \"\" ::= { rangeRoot 1 }")),
                text(
                        "subid-2e32.mib",
                        Must.LOAD_AND_BE_NAMED,
                        "subidRoot",
                        module("subid", "s OBJECT IDENTIFIER ::= { subidRoot 4294967296 }\n")));
    }

    private static List<HostileInput> circular() {
        return List.of(
                text(
                        "self-import.mib",
                        Must.BE_NAMED,
                        "",
                        "SELF-MIB DEFINITIONS ::= BEGIN\nIMPORTS a FROM SELF-MIB;\nEND\n"),
                new HostileInput(
                        "cycle-a.mib",
                        folder -> {
                            Files.writeString(folder.resolve("cycle-a.mib"), cycle("A", "B"));
                            Files.writeString(folder.resolve("cycle-b.mib"), cycle("B", "A"));
                        },
                        Must.BE_NAMED,
                        ""),
                text(
                        "oid-cycle.mib",
                        Must.LOAD_AND_BE_NAMED,
                        "circleRoot",
                        module(
                                "circle",
                                "p OBJECT IDENTIFIER ::= { q 1 }\nq OBJECT IDENTIFIER ::= { p 1 }\n")),
                text(
                        "tc-cycle.mib",
                        Must.LOAD_AND_BE_NAMED,
                        "typesO0",
                        module(
                                "types",
                                "A ::= TEXTUAL-CONVENTION STATUS current DESCRIPTION \"\" SYNTAX B\n"
                                        + "B ::= TEXTUAL-CONVENTION STATUS current DESCRIPTION \"\""
                                        + " SYNTAX A\n"
                                        + objects("typesO", 1, "typesRoot"))));
    }

    private static String cycle(String own, String other) {
        return """
        CYC-%1$s DEFINITIONS ::= BEGIN
        IMPORTS o%2$s FROM CYC-%2$s;
        o%1$s OBJECT IDENTIFIER ::= { o%2$s 1 }
        END
        """
                .formatted(own, other);
    }

    private static List<HostileInput> deep() {
        String chain =
                IntStream.range(0, 20_000)
                        .mapToObj(i -> "n%d OBJECT IDENTIFIER ::= { n%d 1 }\n".formatted(i + 1, i))
                        .collect(Collectors.joining());
        return List.of(
                text(
                        "deep-oid-chain.mib",
                        Must.LOAD_AND_BE_NAMED,
                        "n100",
                        module("deep", "n0 OBJECT IDENTIFIER ::= { deepRoot 1 }\n" + chain)),
                text(
                        "deep-parens.mib",
                        Must.LOAD_AND_BE_NAMED,
                        "parenRoot",
                        module("paren", "x ::= " + "(".repeat(100_000) + ")".repeat(100_000))),
                text(
                        "deep-braces.mib",
                        Must.LOAD_AND_BE_NAMED,
                        "braceRoot",
                        module("brace", "x OBJECT IDENTIFIER ::= " + "{".repeat(100_000))));
    }

    private static List<HostileInput> large() {
        String labels =
                IntStream.range(0, 50_000)
                        .mapToObj(i -> "v%d(%d)".formatted(i, i))
                        .collect(Collectors.joining(", "));
        String modules =
                IntStream.range(0, 5_000)
                        .mapToObj("M%d DEFINITIONS ::= BEGIN END\n"::formatted)
                        .collect(Collectors.joining());
        return List.of(
                text(
                        "wide.mib",
                        Must.LOAD_OR_BE_NAMED,
                        "wideO29999",
                        module("wide", objects("wideO", 30_000, "wideRoot"))),
                text(
                        "enum.mib",
                        Must.LOAD_OR_BE_NAMED,
                        "enumO",
                        module(
                                "enum",
                                "enumO OBJECT-TYPE SYNTAX INTEGER { "
                                        + labels
                                        + " } MAX-ACCESS read-only STATUS current DESCRIPTION \"\""
                                        + " ::= { enumRoot 1 }")),
                text(
                        "long-token.mib",
                        Must.LOAD_AND_BE_NAMED,
                        "tokenRoot",
                        module("token", "z".repeat(1 << 20))),
                text(
                        "long-line.mib",
                        Must.LOAD_OR_BE_NAMED,
                        "lineRoot",
                        "-- " + "-".repeat(4 << 20) + "\n" + module("line", "")),
                text(
                        "comment-dashes.mib",
                        Must.LOAD,
                        "dashO0",
                        module(
                                "dash",
                                "-- "
                                        + "-- ".repeat(500_000)
                                        + "\n"
                                        + objects("dashO", 1, "dashRoot"))),
                text("many-modules.mib", Must.LOAD_OR_BE_NAMED, "manyO0", many(modules)));
    }

    private static String many(String modules) {
        return modules + module("many", objects("manyO", 1, "manyRoot"));
    }

    private static List<HostileInput> names() {
        return List.of(
                text(
                        "hint-bomb.mib",
                        Must.LOAD,
                        "hintO0",
                        module(
                                "hint",
                                "H ::= TEXTUAL-CONVENTION DISPLAY-HINT \"*255a*255a*255a999999999x\""
                                        + " STATUS current DESCRIPTION \"\" SYNTAX OCTET STRING\n"
                                        + objects("hintO", 1, "hintRoot"))),
                text(
                        "evil-text.mib",
                        Must.LOAD,
                        "evil",
                        module(
                                "evils",
                                "evil"
                                        + OBJECT.formatted(
                                                "<html><script>alert(1)</script> \u202Egnp.exe",
                                                "evilsRoot 1")
                                        + "broken\u202E\u001B[2J ::= {\n")),
                text(
                        "evil-name.mib",
                        Must.BE_NAMED,
                        "",
                        "../../EVIL-NAME DEFINITIONS ::= BEGIN END\n"),
                new HostileInput(
                        "dup-a.mib",
                        folder -> {
                            for (String each : List.of("a", "b")) {
                                Files.writeString(
                                        folder.resolve("dup-" + each + ".mib"),
                                        module("dup", objects("dupO", 2, "dupRoot")));
                            }
                        },
                        Must.LOAD,
                        "dupO0"),
                // compile reads the library for imports only, so nothing is replaced here;
                // MibRepositoryTest shows what is said where something is
                text(
                        "shadow-if.mib",
                        Must.LOAD,
                        "ifO0",
                        module("if", objects("ifO", 1, "ifRoot"))));
    }

    private static List<HostileInput> xml(Path secret) {
        String entities =
                IntStream.range(1, 10)
                        .mapToObj(i ->
                                "<!ENTITY a%d \"%s\">"
                                        .formatted(i, ("&a" + (i - 1) + ";").repeat(10)))
                        .collect(Collectors.joining());
        return List.of(
                text(
                        "xxe.xml",
                        Must.BE_NAMED,
                        "",
                        "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY x SYSTEM \""
                                + secret.toUri()
                                + "\">]><mib>&x;</mib>"),
                text(
                        "laughs.xml",
                        Must.BE_NAMED,
                        "",
                        "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a0 \"lol\">"
                                + entities
                                + "]><l>&a9;</l>"));
    }
}
