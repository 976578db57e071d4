package dev.bulkhead.engine.simulator;

import org.snmp4j.PDU;
import org.snmp4j.smi.SMIConstants;
import org.snmp4j.smi.Variable;

/** What a writable object takes; checked as RFC 3416 §4.2.5 orders: type, length, value. */
@FunctionalInterface
interface Syntax {
    /** The error-status for this value; noError if it fits. */
    int errorFor(Variable value);

    /** INTEGER within a range; a choice of numbers from 1 on is one, too. */
    record Range(int low, int high) implements Syntax {
        @Override
        public int errorFor(Variable value) {
            if (value.getSyntax() != SMIConstants.SYNTAX_INTEGER32) {
                return PDU.wrongType;
            }
            return value.toInt() < low || value.toInt() > high ? PDU.wrongValue : PDU.noError;
        }
    }

    /** Unsigned32 within a range. */
    record UnsignedRange(long low, long high) implements Syntax {
        @Override
        public int errorFor(Variable value) {
            if (value.getSyntax() != SMIConstants.SYNTAX_GAUGE32) {
                return PDU.wrongType;
            }
            return value.toLong() < low || value.toLong() > high ? PDU.wrongValue : PDU.noError;
        }
    }

    /** OCTET STRING of a number of octets. */
    record Octets(int shortest, int longest) implements Syntax {
        @Override
        public int errorFor(Variable value) {
            if (!(value instanceof org.snmp4j.smi.OctetString octets)
                    || value.getSyntax() != SMIConstants.SYNTAX_OCTET_STRING) {
                return PDU.wrongType;
            }
            int length = octets.length();
            return length < shortest || length > longest ? PDU.wrongLength : PDU.noError;
        }
    }

    /** BITS of which only the first few are named. */
    record Bits(int named) implements Syntax {
        @Override
        public int errorFor(Variable value) {
            int octetCount = (named + 7) / 8;
            int error = new Octets(0, octetCount).errorFor(value);
            if (error != PDU.noError) {
                return error;
            }
            org.snmp4j.smi.OctetString octets = (org.snmp4j.smi.OctetString) value;
            for (int bit = named; bit < octets.length() * 8; bit++) {
                if ((octets.get(bit / 8) & (0x80 >> bit % 8)) != 0) {
                    return PDU.wrongValue;
                }
            }
            return PDU.noError;
        }
    }
}
