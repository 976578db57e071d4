package dev.bulkhead.tests.faults;

import dev.bulkhead.tests.fuzz.FuzzCases;
import java.util.Arrays;
import java.util.List;

/** Which octets of a message are spoilt, and what is made of them then. */
enum FuzzLayer {
    V1_MESSAGE,
    V2C_MESSAGE,
    /** Of a notification's variables. */
    V1_TRAP,
    /** A message of the user, whose digest is wrong then. */
    V3_MESSAGE,
    /** The same, and signed when it is spoilt. */
    V3_SIGNED,
    /** What is inside, signed and encrypted when it is spoilt: the user's own agent sends it. */
    V3_SCOPED_PDU,
    /** A message that is signed, when it is spoilt, and not encrypted. */
    V3_NOT_ENCRYPTED,
    /** A message without digest and encryption. */
    V3_PLAIN,
    /** A report without digest and encryption. */
    V3_REPORT;

    private static final String PUBLIC = HostileAgent.COMMUNITY;
    private static final int BOTH = V3Message.AUTH | V3Message.PRIV;
    private static final int ENTERPRISE_SPECIFIC = 6;

    /** Octets of a scoped PDU that leave room for what is around it in a datagram. */
    private static final int LONGEST = 65_000;

    /** The octets to be spoilt. */
    byte[] good(UsmEngine engine, int messageId, Pdu pdu) {
        return switch (this) {
            case V1_MESSAGE -> new CommunityMessage(0, PUBLIC, pdu).octets();
            case V2C_MESSAGE -> new CommunityMessage(1, PUBLIC, pdu).octets();
            case V1_TRAP -> trapOfV1(pdu.variables());
            case V3_MESSAGE, V3_SIGNED -> engine.message(messageId, BOTH, engine.scoped(pdu));
            case V3_SCOPED_PDU -> engine.scoped(pdu);
            case V3_NOT_ENCRYPTED -> engine.message(messageId, V3Message.AUTH, engine.scoped(pdu));
            case V3_PLAIN -> engine.message(messageId, 0, engine.scoped(pdu));
            case V3_REPORT -> engine.message(messageId, 0, engine.scoped(report(pdu)));
        };
    }

    /** A message that was spoilt. */
    byte[] spoilt(FuzzCases cases, int number, UsmEngine engine, int messageId, Pdu pdu) {
        byte[] good = good(engine, messageId, pdu);
        byte[] spoilt = cases.octets(number, good);
        return switch (this) {
            case V1_MESSAGE, V2C_MESSAGE, V1_TRAP, V3_MESSAGE, V3_PLAIN, V3_REPORT -> spoilt;
            case V3_SIGNED, V3_NOT_ENCRYPTED ->
                    engine.signedAgain(spoilt, V3Message.read(good).digest());
            case V3_SCOPED_PDU -> engine.message(messageId, BOTH, fitting(spoilt));
        };
    }

    private static byte[] fitting(byte[] scoped) {
        return scoped.length > LONGEST ? Arrays.copyOf(scoped, LONGEST) : scoped;
    }

    private static Pdu report(Pdu instead) {
        Pdu.Variable counter =
                Pdu.Variable.of(UsmReport.WRONG_DIGESTS.counter(), Ber.unsigned(Ber.COUNTER_32, 1));
        return new Pdu(Pdu.REPORT, instead.requestId(), 0, 0, List.of(counter));
    }

    /** The Trap-PDU of RFC 1157 §4.1.6. */
    static byte[] trapOfV1(List<Pdu.Variable> variables) {
        byte[][] list =
                variables.stream()
                        .map(variable -> Ber.sequence(variable.name(), variable.value()))
                        .toArray(byte[][]::new);
        byte[] pdu =
                Ber.element(
                        Pdu.TRAP_OF_V1,
                        Ber.name(FuzzedItem.ITEMS),
                        Ber.element(Ber.IP_ADDRESS, Ber.octets(127, 0, 0, 1)),
                        Ber.integer(ENTERPRISE_SPECIFIC),
                        Ber.integer(17),
                        Ber.unsigned(Ber.TIME_TICKS, 12_345),
                        Ber.sequence(list));
        return Ber.sequence(Ber.integer(0), Ber.text(PUBLIC), pdu);
    }
}
