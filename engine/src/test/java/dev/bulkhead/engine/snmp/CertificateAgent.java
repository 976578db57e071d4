package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.snmp4j.CommandResponder;
import org.snmp4j.CommandResponderEvent;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.MessageException;
import org.snmp4j.PDU;
import org.snmp4j.ScopedPDU;
import org.snmp4j.TransportMapping;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.StatusInformation;
import org.snmp4j.security.SecurityModel;
import org.snmp4j.security.SecurityModels;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.TSM;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.DtlsAddress;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TcpAddress;
import org.snmp4j.smi.TlsAddress;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.DTLSTM;
import org.snmp4j.transport.TLSTM;
import org.snmp4j.transport.tls.DefaultTlsTmSecurityCallback;
import org.snmp4j.transport.tls.SecurityNameMapping;

/** An agent on SNMP4J's own TLS or DTLS transport, with the variables of a {@link FakeAgent}. */
final class CertificateAgent implements CommandResponder, AutoCloseable {
    private static final OctetString ENGINE_ID =
            new OctetString(new byte[] {(byte) 0x80, 0, 0x13, 0x70, 5, 7, 7, 7});
    private static final OID SNMP_ENGINE_ID = new OID("1.3.6.1.6.3.10.2.1.1.0");

    final List<PDU> requests = new CopyOnWriteArrayList<>();

    /** The addresses it was asked from: one a session. */
    final Set<String> peers = ConcurrentHashMap.newKeySet();

    private final Transport transport;
    private final FakeAgent variables = FakeAgent.table(SnmpVersion.V2C, 3, 100);
    private final MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
    private final TransportMapping<?> mapping;
    private volatile @Nullable Address peer;
    private volatile boolean mute;
    private volatile boolean knowsNothingOfDiscovery;

    private CertificateAgent(Transport transport, TransportMapping<?> mapping) throws IOException {
        this.transport = transport;
        this.mapping = mapping;
        TSM tsm = new TSM(ENGINE_ID, false);
        dispatcher.addMessageProcessingModel(
                new MPv3(
                        ENGINE_ID.getValue(),
                        null,
                        SecurityProtocols.getInstance(),
                        SecurityModels.getCollection(new SecurityModel[] {tsm}),
                        org.snmp4j.mp.CounterSupport.getInstance()));
        dispatcher.addCommandResponder(this);
        add(mapping);
        mapping.listen();
    }

    private <A extends Address> void add(TransportMapping<A> added) {
        dispatcher.addTransportMapping(added);
        added.addTransportListener(dispatcher);
    }

    /** Listens at any port with the certificate of a PKCS#12 file. */
    static CertificateAgent start(Transport transport, String identity) throws IOException {
        return start(transport, identity, 0, "127.0.0.1");
    }

    static CertificateAgent start(Transport transport, String identity, int port, String host)
            throws IOException {
        DefaultTlsTmSecurityCallback callback = new DefaultTlsTmSecurityCallback();
        callback.addAcceptedSubjectDN("CN=manager,O=Bulkhead tests");
        callback.addSecurityNameMapping(
                new OctetString(),
                SecurityNameMapping.CertMappingType.Specified,
                new OctetString("manager"),
                new OctetString("manager"));
        String keys = Certificates.file(identity + ".p12").toString();
        String trusted = Certificates.file("trust.p12").toString();
        if (transport == Transport.TLS) {
            TLSTM tls = new TLSTM(callback, new TlsAddress(host + "/" + port));
            tls.setProtocolVersions(new String[] {"TLSv1.3", "TLSv1.2"});
            tls.setKeyStore(keys);
            tls.setKeyStorePassword(Certificates.PASSWORD);
            tls.setTrustStore(trusted);
            tls.setTrustStorePassword(Certificates.PASSWORD);
            return new CertificateAgent(transport, tls);
        }
        DTLSTM dtls = new DTLSTM(callback, new DtlsAddress(host + "/" + port));
        // How long its close blocks.
        dtls.setSocketTimeout(20);
        dtls.setKeyStore(keys);
        dtls.setKeyStorePassword(Certificates.PASSWORD);
        dtls.setTrustStore(trusted);
        dtls.setTrustStorePassword(Certificates.PASSWORD);
        return new CertificateAgent(transport, dtls);
    }

    /** Ends the session of whoever asked last. */
    void hangUp() throws IOException {
        if (mapping instanceof TLSTM tls && peer instanceof TcpAddress address) {
            tls.close(address);
        }
    }

    CertificateAgent stayMute() {
        mute = true;
        return this;
    }

    /** The contextEngineID of each request, in order. */
    List<String> contexts() {
        return requests.stream()
                .map(request -> ((ScopedPDU) request).getContextEngineID().toHexString())
                .toList();
    }

    CertificateAgent knowNothingOfDiscovery() {
        knowsNothingOfDiscovery = true;
        return this;
    }

    int port() {
        return mapping.getListenAddress() instanceof org.snmp4j.smi.TransportIpAddress address
                ? address.getPort()
                : 0;
    }

    Target target() {
        return target(Certificates.manager());
    }

    Target target(Credential.Tsm credential) {
        return target("127.0.0.1", credential);
    }

    Target target(String host, Credential.Tsm credential) {
        // SNMP4J's DTLSTM may lose what comes while it ends the handshake.
        return new Target(transport, host, port(), credential, Duration.ofSeconds(3), 2);
    }

    @Override
    public <A extends Address> void processPdu(CommandResponderEvent<A> event) {
        event.setProcessed(true);
        PDU request = event.getPDU();
        requests.add(request);
        peer = event.getPeerAddress();
        peers.add(String.valueOf(peer));
        if (mute || !request.isConfirmedPdu()) {
            return;
        }
        OctetString context = ((ScopedPDU) request).getContextEngineID();
        if (knowsNothingOfDiscovery && context.equals(MPv3.LOCAL_ENGINE_ID)) {
            ScopedPDU report = new ScopedPDU();
            report.setType(PDU.REPORT);
            report.setRequestID(request.getRequestID());
            report.setContextEngineID(ENGINE_ID);
            report.add(
                    new VariableBinding(
                            org.snmp4j.mp.SnmpConstants.snmpUnknownPDUHandlers,
                            new org.snmp4j.smi.Counter32(1)));
            send(event, report);
            return;
        }
        ScopedPDU answer = new ScopedPDU();
        answer.setContextEngineID(context);
        answer.setContextName(((ScopedPDU) request).getContextName());
        answer.setType(PDU.RESPONSE);
        answer.setRequestID(request.getRequestID());
        if (request.get(0).getOid().equals(SNMP_ENGINE_ID)) {
            answer.add(new VariableBinding(SNMP_ENGINE_ID, ENGINE_ID));
        } else {
            (request.getType() == PDU.INFORM ? request : variables.answer(request))
                    .getAll()
                    .forEach(answer::add);
        }
        send(event, answer);
    }

    private <A extends Address> void send(CommandResponderEvent<A> event, ScopedPDU answer) {
        try {
            dispatcher.returnResponsePdu(
                    event.getMessageProcessingModel(),
                    event.getSecurityModel(),
                    event.getSecurityName(),
                    event.getSecurityLevel(),
                    answer,
                    event.getMaxSizeResponsePDU(),
                    event.getStateReference(),
                    new StatusInformation());
        } catch (MessageException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        mapping.close();
        variables.close();
    }
}
