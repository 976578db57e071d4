package dev.bulkhead.engine.snmp;

import org.snmp4j.MessageDispatcher;
import org.snmp4j.MutablePDU;
import org.snmp4j.TransportStateReference;
import org.snmp4j.asn1.BERInputStream;
import org.snmp4j.mp.CounterSupport;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.MutableStateReference;
import org.snmp4j.mp.PduHandle;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.mp.StatusInformation;
import org.snmp4j.security.SecurityModel;
import org.snmp4j.security.SecurityModels;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OctetString;

/**
 * SNMPv3 messages (RFC 3412 §7), remembering why the last one was dropped: it matches answers by
 * the message ID that only it knows, and tells nobody. On the loop's thread.
 */
final class V3Messages extends MPv3 {
    private int lastStatus;

    V3Messages(
            UsmProtocols protocols,
            OctetString engineId,
            SecurityModel model,
            CounterSupport counters) {
        super(
                engineId.getValue(),
                null,
                protocols,
                SecurityModels.getCollection(new SecurityModel[] {model}),
                counters);
    }

    @Override
    public <A extends Address> int prepareDataElements(
            MessageDispatcher messageDispatcher,
            A transportAddress,
            BERInputStream wholeMsg,
            TransportStateReference tmStateReference,
            Integer32 messageProcessingModel,
            Integer32 securityModel,
            OctetString securityName,
            Integer32 securityLevel,
            MutablePDU pdu,
            PduHandle sendPduHandle,
            Integer32 maxSizeResponseScopedPDU,
            StatusInformation statusInformation,
            MutableStateReference<A> mutableStateReference) {
        // What throws on the way was not readable.
        lastStatus = SnmpConstants.SNMP_MP_PARSE_ERROR;
        lastStatus =
                super.prepareDataElements(
                        messageDispatcher,
                        transportAddress,
                        wholeMsg,
                        tmStateReference,
                        messageProcessingModel,
                        securityModel,
                        securityName,
                        securityLevel,
                        pdu,
                        sendPduHandle,
                        maxSizeResponseScopedPDU,
                        statusInformation,
                        mutableStateReference);
        return lastStatus;
    }

    /** Counts the last message, which was dropped. */
    void countLast(Counts counts) {
        switch (lastStatus) {
            case SnmpConstants.SNMP_MP_UNKNOWN_MSGID -> counts.stale();
            case SnmpConstants.SNMP_MP_PARSE_ERROR,
                    SnmpConstants.SNMP_MP_INVALID_MESSAGE,
                    SnmpConstants.SNMPv3_USM_PARSE_ERROR,
                    SnmpConstants.SNMPv3_USM_DECRYPTION_ERROR,
                    SnmpConstants.SNMPv3_USM_ERROR ->
                    counts.malformed();
            default -> counts.wrongKind();
        }
    }
}
