package dev.bulkhead.tests.agreement;

import dev.bulkhead.engine.job.Transport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.snmp4j.CommandResponder;
import org.snmp4j.CommandResponderEvent;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.MessageException;
import org.snmp4j.PDU;
import org.snmp4j.ScopedPDU;
import org.snmp4j.TransportMapping;
import org.snmp4j.mp.CounterSupport;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.StatusInformation;
import org.snmp4j.security.SecurityModel;
import org.snmp4j.security.SecurityModels;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.TSM;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.DtlsAddress;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TlsAddress;
import org.snmp4j.smi.TransportIpAddress;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.DTLSTM;
import org.snmp4j.transport.TLSTM;
import org.snmp4j.transport.tls.DefaultTlsTmSecurityCallback;
import org.snmp4j.transport.tls.SecurityNameMapping;

/** A small agent on SNMP4J's own TLS and DTLS transports: net-snmp's speak TLS 1.0 alone. */
final class CertificateAgent implements CommandResponder, AutoCloseable {
    static final Path CERTIFICATES =
            Path.of("..", "engine", "src", "test", "resources", "dev/bulkhead/engine/certificates");
    private static final OctetString ENGINE_ID =
            new OctetString(new byte[] {(byte) 0x80, 0, 0x13, 0x70, 5, 1, 2, 3});
    private static final String PASSWORD = "changeit";

    private final TreeMap<OID, Variable> variables = new TreeMap<>();
    private final MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
    private final TransportMapping<?> mapping;

    /** Listens at any port of 127.0.0.1; has the strings {@code names} and its engine ID. */
    CertificateAgent(Transport transport, List<String> names) throws IOException {
        names.forEach(name -> variables.put(new OID(name), new OctetString(name)));
        variables.put(new OID("1.3.6.1.6.3.10.2.1.1.0"), ENGINE_ID);
        SecurityModel tsm = new TSM(ENGINE_ID, false);
        dispatcher.addMessageProcessingModel(
                new MPv3(
                        ENGINE_ID.getValue(),
                        null,
                        SecurityProtocols.getInstance(),
                        SecurityModels.getCollection(new SecurityModel[] {tsm}),
                        CounterSupport.getInstance()));
        dispatcher.addCommandResponder(this);
        mapping = transport == Transport.TLS ? tls() : dtls();
        mapping.listen();
    }

    private static DefaultTlsTmSecurityCallback users() {
        DefaultTlsTmSecurityCallback users = new DefaultTlsTmSecurityCallback();
        users.addAcceptedSubjectDN("CN=manager,O=Bulkhead tests");
        OctetString user = new OctetString("manager");
        users.addSecurityNameMapping(
                new OctetString(), SecurityNameMapping.CertMappingType.Specified, user, user);
        return users;
    }

    private TLSTM tls() throws IOException {
        TLSTM tls = new TLSTM(users(), new TlsAddress("127.0.0.1/0"));
        tls.setProtocolVersions(new String[] {"TLSv1.3", "TLSv1.2"});
        tls.setKeyStore(CERTIFICATES.resolve("agent.p12").toString());
        tls.setKeyStorePassword(PASSWORD);
        tls.setTrustStore(CERTIFICATES.resolve("trust.p12").toString());
        tls.setTrustStorePassword(PASSWORD);
        dispatcher.addTransportMapping(tls);
        tls.addTransportListener(dispatcher);
        return tls;
    }

    private DTLSTM dtls() throws IOException {
        DTLSTM dtls = new DTLSTM(users(), new DtlsAddress("127.0.0.1/0"));
        // How long its close blocks, in milliseconds.
        dtls.setSocketTimeout(20);
        dtls.setKeyStore(CERTIFICATES.resolve("agent.p12").toString());
        dtls.setKeyStorePassword(PASSWORD);
        dtls.setTrustStore(CERTIFICATES.resolve("trust.p12").toString());
        dtls.setTrustStorePassword(PASSWORD);
        dispatcher.addTransportMapping(dtls);
        dtls.addTransportListener(dispatcher);
        return dtls;
    }

    int port() {
        return ((TransportIpAddress) mapping.getListenAddress()).getPort();
    }

    @Override
    public <A extends Address> void processPdu(CommandResponderEvent<A> event) {
        event.setProcessed(true);
        ScopedPDU request = (ScopedPDU) event.getPDU();
        ScopedPDU answer = new ScopedPDU();
        answer.setContextEngineID(request.getContextEngineID());
        answer.setContextName(request.getContextName());
        answer.setType(PDU.RESPONSE);
        answer.setRequestID(request.getRequestID());
        answer(request, answer);
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

    private synchronized void answer(PDU request, PDU answer) {
        for (VariableBinding asked : request.getVariableBindings()) {
            OID name = asked.getOid();
            switch (request.getType()) {
                case PDU.GET -> answer.add(value(name, Null.noSuchObject));
                case PDU.SET -> {
                    variables.put(name, asked.getVariable());
                    answer.add(asked);
                }
                case PDU.GETNEXT, PDU.GETBULK -> {
                    int count = request.getType() == PDU.GETNEXT ? 1 : request.getMaxRepetitions();
                    for (int i = 0; i < count && name != null; i++) {
                        OID next = variables.higherKey(name);
                        answer.add(
                                next == null
                                        ? new VariableBinding(name, Null.endOfMibView)
                                        : value(next, Null.noSuchObject));
                        name = next;
                    }
                }
                default -> throw new IllegalStateException("a PDU of type " + request.getType());
            }
        }
    }

    private VariableBinding value(OID name, Variable otherwise) {
        Variable found = variables.get(name);
        return new VariableBinding(name, found == null ? otherwise : found);
    }

    @Override
    public void close() throws IOException {
        mapping.close();
    }
}
