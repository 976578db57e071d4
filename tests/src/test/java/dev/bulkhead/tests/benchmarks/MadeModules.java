package dev.bulkhead.tests.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** MIB modules made by rule, for who has no folders of real ones. */
final class MadeModules {
    private static final List<String> FIRST =
            List.of("fan", "disk", "port", "voice", "tunnel", "lane", "optic", "power", "queue");
    private static final List<String> SECOND =
            List.of("Status", "Octets", "Errors", "Speed", "Level", "Name", "Temperature", "Drops");

    private MadeModules() {}

    /** Writes so many modules of so many columns each, unless they are there. */
    static void write(Path folder, int modules, int columns) throws IOException {
        Files.createDirectories(folder);
        for (int module = 0; module < modules; module++) {
            Path file = folder.resolve("MADE-" + module + "-MIB.txt");
            if (!Files.exists(file)) {
                Files.writeString(file, text(module, columns));
            }
        }
    }

    private static String text(int module, int columns) {
        String own = "made" + module;
        StringBuilder row = new StringBuilder();
        StringBuilder objects = new StringBuilder();
        for (int column = 1; column <= columns; column++) {
            String name = name(own, module, column);
            row.append(column > 1 ? ",\n" : "").append("    ").append(name).append(" Integer32");
            objects.append(
                    """
                    %s OBJECT-TYPE
                        SYNTAX      Integer32 (0..2147483647)
                        MAX-ACCESS  %s
                        STATUS      current
                        DESCRIPTION "What column %d of module %d counts on its interface."
                        ::= { %sEntry %d }

                    """
                            .formatted(
                                    name,
                                    column == 1 ? "not-accessible" : "read-only",
                                    column,
                                    module,
                                    own,
                                    column));
        }
        return head(module, own)
                + "Made%dEntry ::= SEQUENCE {\n%s\n}\n\n".formatted(module, row)
                + objects
                + "END\n";
    }

    private static String head(int module, String own) {
        return """
        MADE-%1$d-MIB DEFINITIONS ::= BEGIN

        IMPORTS
            MODULE-IDENTITY, OBJECT-TYPE, Integer32, enterprises FROM SNMPv2-SMI;

        %2$s MODULE-IDENTITY
            LAST-UPDATED "202601010000Z"
            ORGANIZATION "None"
            CONTACT-INFO "none"
            DESCRIPTION  "Made by rule."
            ::= { enterprises %3$d }

        %2$sTable OBJECT-TYPE
            SYNTAX      SEQUENCE OF Made%1$dEntry
            MAX-ACCESS  not-accessible
            STATUS      current
            DESCRIPTION "A table."
            ::= { %2$s 1 }

        %2$sEntry OBJECT-TYPE
            SYNTAX      Made%1$dEntry
            MAX-ACCESS  not-accessible
            STATUS      current
            DESCRIPTION "A row."
            INDEX       { %4$s }
            ::= { %2$sTable 1 }

        """
                .formatted(module, own, 100_000 + module, name(own, module, 1));
    }

    private static String name(String own, int module, int column) {
        return String.format(
                Locale.ROOT,
                "%s%s%s%d",
                own,
                capital(FIRST.get((module + column) % FIRST.size())),
                SECOND.get(column % SECOND.size()),
                column);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
