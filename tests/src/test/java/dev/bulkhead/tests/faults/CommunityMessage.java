package dev.bulkhead.tests.faults;

import java.nio.charset.StandardCharsets;

/** A message of SNMPv1 or v2c (RFC 1157 §4, RFC 1901 §3), whose version numbers are 0 and 1. */
record CommunityMessage(int version, String community, Pdu pdu) {
    static CommunityMessage read(byte[] octets) {
        BerCursor inside = new BerCursor(octets).enter();
        int version = inside.integer();
        String community = new String(inside.octetString(), StandardCharsets.UTF_8);
        return new CommunityMessage(version, community, Pdu.read(inside));
    }

    byte[] octets() {
        return Ber.sequence(Ber.integer(version), Ber.text(community), pdu.octets());
    }

    CommunityMessage withPdu(Pdu other) {
        return new CommunityMessage(version, community, other);
    }
}
