package dev.bulkhead.mibs.syntax;

import java.util.List;

/** An OID value: {@code { parent 1 }}, or a TRAP-TYPE's plain number. Empty if unreadable. */
public record OidSyntax(List<Part> parts, int offset) {
    public OidSyntax {
        parts = List.copyOf(parts);
    }

    /**
     * One component.
     *
     * @param module of {@code module.name}, else ""
     * @param name "" if there is only a number
     * @param number -1 if there is only a name
     */
    public record Part(String module, String name, long number, int offset) {}
}
