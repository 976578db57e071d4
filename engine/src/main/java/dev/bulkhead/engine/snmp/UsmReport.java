package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.mibs.smi.Oid;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.OID;

/** What a Report-PDU can say (RFC 3414 §3.2, RFC 3412 §7.2, RFC 3413 §3.2), and what it means. */
enum UsmReport {
    UNSUPPORTED_SEC_LEVELS(
            "usmStatsUnsupportedSecLevels",
            SnmpConstants.usmStatsUnsupportedSecLevels,
            "this user may not use this security level there"),
    NOT_IN_TIME_WINDOWS(
            "usmStatsNotInTimeWindows",
            SnmpConstants.usmStatsNotInTimeWindows,
            "engine boots and time do not fit, and could not be synchronised"),
    UNKNOWN_USER_NAMES(
            "usmStatsUnknownUserNames",
            SnmpConstants.usmStatsUnknownUserNames,
            "it does not know this user"),
    UNKNOWN_ENGINE_IDS(
            "usmStatsUnknownEngineIDs",
            SnmpConstants.usmStatsUnknownEngineIDs,
            "it is not the SNMP engine that was asked for"),
    WRONG_DIGESTS(
            "usmStatsWrongDigests",
            SnmpConstants.usmStatsWrongDigests,
            "the authentication protocol or passphrase is wrong"),
    DECRYPTION_ERRORS(
            "usmStatsDecryptionErrors",
            SnmpConstants.usmStatsDecryptionErrors,
            "the privacy protocol or passphrase is wrong"),
    UNKNOWN_CONTEXTS(
            "snmpUnknownContexts",
            SnmpConstants.snmpUnknownContexts,
            "it does not know this context"),
    UNAVAILABLE_CONTEXTS(
            "snmpUnavailableContexts",
            SnmpConstants.snmpUnavailableContexts,
            "this context is not available now"),
    UNKNOWN_SECURITY_MODELS(
            "snmpUnknownSecurityModels",
            SnmpConstants.snmpUnknownSecurityModels,
            "it does not speak this security model"),
    UNKNOWN_PDU_HANDLERS(
            "snmpUnknownPDUHandlers",
            SnmpConstants.snmpUnknownPDUHandlers,
            "nothing there answers for this context engine ID");

    private final String counter;
    private final String oid;
    private final String meaning;

    UsmReport(String counter, OID oid, String meaning) {
        this.counter = counter;
        this.oid = oid.toDottedString();
        this.meaning = meaning;
    }

    String counter() {
        return counter;
    }

    /** Whether a report names this counter. */
    boolean is(Oid reported) {
        return oid.equals(reported.toString());
    }

    /** The failure that a report means. */
    static Failure.Report failure(String address, Oid reported) {
        for (UsmReport report : values()) {
            if (report.is(reported)) {
                return new Failure.Report(address, report.counter, report.meaning);
            }
        }
        return new Failure.Report(
                address, reported.toString(), "it sent a report of a kind unknown here");
    }
}
