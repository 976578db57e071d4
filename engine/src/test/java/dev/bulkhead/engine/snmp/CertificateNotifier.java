package dev.bulkhead.engine.snmp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import org.snmp4j.CertifiedTarget;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.PDU;
import org.snmp4j.ScopedPDU;
import org.snmp4j.Snmp;
import org.snmp4j.event.ResponseEvent;
import org.snmp4j.mp.CounterSupport;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.security.SecurityModel;
import org.snmp4j.security.SecurityModels;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.TSM;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.TlsAddress;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.TLSTM;
import org.snmp4j.transport.tls.DefaultTlsTmSecurityCallback;

/** Sends notifications on SNMP4J's own TLS transport. */
final class CertificateNotifier implements AutoCloseable {
    private static final OctetString ENGINE_ID =
            new OctetString(new byte[] {(byte) 0x80, 0, 0x13, 0x70, 5, 8, 8, 8});

    private final Snmp snmp;

    private CertificateNotifier(Snmp snmp) {
        this.snmp = snmp;
    }

    /** One with a certificate of a PKCS#12 file. */
    static CertificateNotifier with(String identity) throws IOException {
        DefaultTlsTmSecurityCallback callback = new DefaultTlsTmSecurityCallback();
        callback.addAcceptedSubjectDN("CN=agent,O=Bulkhead tests");
        TLSTM tls = new TLSTM(callback, new TlsAddress("127.0.0.1/0"));
        tls.setProtocolVersions(new String[] {"TLSv1.3", "TLSv1.2"});
        tls.setServerEnabled(false);
        tls.setKeyStore(Certificates.file(identity + ".p12").toString());
        tls.setKeyStorePassword(Certificates.PASSWORD);
        tls.setTrustStore(Certificates.file("trust.p12").toString());
        tls.setTrustStorePassword(Certificates.PASSWORD);
        MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
        dispatcher.addMessageProcessingModel(
                new MPv3(
                        ENGINE_ID.getValue(),
                        null,
                        SecurityProtocols.getInstance(),
                        SecurityModels.getCollection(
                                new SecurityModel[] {new TSM(ENGINE_ID, false)}),
                        CounterSupport.getInstance()));
        return new CertificateNotifier(new Snmp(dispatcher, tls));
    }

    /** Sends one; whether it was answered. */
    boolean send(int port, boolean inform) throws IOException {
        CertifiedTarget<TlsAddress> target =
                new CertifiedTarget<>(
                        new TlsAddress("127.0.0.1/" + port),
                        new OctetString("manager"),
                        new OctetString(),
                        new OctetString());
        target.setSecurityModel(SecurityModel.SECURITY_MODEL_TSM);
        target.setSecurityLevel(SecurityLevel.AUTH_PRIV);
        target.setTimeout(8_000);
        target.setRetries(0);
        ScopedPDU pdu = new ScopedPDU();
        pdu.setType(inform ? PDU.INFORM : PDU.NOTIFICATION);
        pdu.setContextEngineID(ENGINE_ID);
        pdu.add(new VariableBinding(SnmpConstants.sysUpTime, new TimeTicks(1)));
        pdu.add(
                new VariableBinding(
                        SnmpConstants.snmpTrapOID, new OID(Listener.LINK_DOWN.toString())));
        ResponseEvent<TlsAddress> event = snmp.send(pdu, target);
        return event != null && event.getResponse() != null;
    }

    /** The octets of a trap of v3 that leaves its security to the session (RFC 5591). */
    static byte[] message() {
        HexFormat hex = HexFormat.of();
        byte[] upTime = tlv(0x30, hex.parseHex("06082b06010201010300"), hex.parseHex("430101"));
        byte[] trapOid =
                tlv(
                        0x30,
                        hex.parseHex("060a2b060106030101040100"),
                        hex.parseHex("06092b0601060301010503"));
        byte[] numbers = hex.parseHex("020101020100020100");
        byte[] pdu = tlv(0xA7, numbers, tlv(0x30, upTime, trapOid));
        byte[] scoped = tlv(0x30, tlv(0x04, ENGINE_ID.getValue()), tlv(0x04), pdu);
        // msgID, msgMaxSize, msgFlags authPriv, msgSecurityModel TSM.
        byte[] header = tlv(0x30, hex.parseHex("0201070202400004010302" + "0104"));
        return tlv(0x30, hex.parseHex("020103"), header, tlv(0x04), scoped);
    }

    private static byte[] tlv(int tag, byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (all.size() > 127) {
            out.write(0x81);
        }
        out.write(all.size());
        out.writeBytes(all.toByteArray());
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        snmp.close();
    }
}
