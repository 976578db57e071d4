package dev.bulkhead.engine.job;

import dev.bulkhead.mibs.smi.SmiValue.OctetString;

/**
 * A private key or the like. Its octets are never part of {@code toString}, so no log, exception or
 * debugger view shows them by accident.
 */
public record SecretOctets(OctetString reveal) {
    @Override
    public String toString() {
        return "***";
    }
}
