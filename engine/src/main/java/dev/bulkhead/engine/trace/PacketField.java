package dev.bulkhead.engine.trace;

/**
 * One field of a message, where it stands in the octets and what it says. Fields are in the order
 * of the octets; those that are parts of another follow it and are one deeper.
 *
 * @param depth 0 for what is part of nothing
 * @param opened whether it stands in the decrypted scoped PDU, not in the message as it was sent
 * @param from the first of its octets, that of its tag
 * @param length how many octets it has, tag and length included
 * @param text its value, as an agent may have sent it; "" if its parts tell it, if it is secret, or
 *     if it is a variable's name or value, which {@link Packet#varBinds} holds
 */
public record PacketField(Kind kind, int depth, boolean opened, int from, int length, String text) {
    /** How many fields of a message are told at most. */
    public static final int MOST = 4096;

    /** What a field is, in the words of RFC 1157, RFC 3412, RFC 3414 and RFC 3416. */
    public enum Kind {
        MESSAGE,
        VERSION,
        COMMUNITY,
        HEADER,
        MESSAGE_ID,
        MAX_SIZE,
        FLAGS,
        SECURITY_MODEL,
        SECURITY_PARAMETERS,
        ENGINE_ID,
        ENGINE_BOOTS,
        ENGINE_TIME,
        USER_NAME,
        AUTHENTICATION_PARAMETERS,
        PRIVACY_PARAMETERS,
        ENCRYPTED_PDU,
        SCOPED_PDU,
        CONTEXT_ENGINE_ID,
        CONTEXT_NAME,
        PDU,
        REQUEST_ID,
        ERROR_STATUS,
        ERROR_INDEX,
        NON_REPEATERS,
        MAX_REPETITIONS,
        ENTERPRISE,
        AGENT_ADDRESS,
        GENERIC_TRAP,
        SPECIFIC_TRAP,
        TIME_STAMP,
        VAR_BINDS,

        /** The n-th of these holds the n-th of the packet's variables. */
        VAR_BIND,
        NAME,
        VALUE,

        /** From here on, up to the end of what it is part of, nothing can be read; why. */
        UNREADABLE,

        /** There are more fields than are told. */
        MORE
    }

    public PacketField {
        if (depth < 0 || from < 0 || length < 0) {
            throw new IllegalArgumentException("a field at " + from + " of " + length);
        }
    }
}
