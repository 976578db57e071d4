package dev.bulkhead.engine.usm;

import dev.bulkhead.mibs.smi.SmiValue.OctetString;

/** The keys Ku (RFC 3414 A.2.1) of one USM user, before localization; empty for none. */
public record UserKeys(OctetString authKey, OctetString privKey) {
    private static final OctetString EMPTY = new OctetString(new byte[0]);

    /** For a credential without USM keys. */
    public static final UserKeys NONE = new UserKeys(EMPTY, EMPTY);

    /** Never the keys. */
    @Override
    public String toString() {
        return "***";
    }
}
