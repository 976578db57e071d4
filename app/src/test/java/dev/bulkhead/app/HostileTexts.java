package dev.bulkhead.app;

import java.util.List;

/** Texts that a device may send and that do harm where they are taken for more than text. */
public final class HostileTexts {
    /**
     * Formulas, markup, escape sequences, direction marks, line ends, formats, look-ups, paths,
     * quotes.
     */
    public static final List<String> ALL =
            List.of(
                    "=cmd|'/c calc'!A1",
                    "+1+1",
                    "-2+3",
                    "@SUM(A1:A9)",
                    "\t=1",
                    "<script>alert(1)</script>",
                    "<img src=x onerror=alert(1)>",
                    "\u001b[2J\u001b[31mred\u001b]0;title\u0007",
                    "nul\u0000inside",
                    "bidi \u202egnp.exe",
                    "line1\nFAKE LOG LINE\r\nline3",
                    "%s%s%n%x",
                    "${jndi:ldap://127.0.0.1/a}",
                    "../../etc/passwd",
                    "\"quoted\",\"comma\"",
                    "'; DROP TABLE x;--",
                    "{{7*7}}",
                    "a".repeat(255),
                    "");

    private HostileTexts() {}
}
