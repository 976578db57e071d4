package dev.bulkhead.engine.simulator;

import dev.bulkhead.engine.job.DemoNetwork;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.snmp4j.CommunityTarget;
import org.snmp4j.PDU;
import org.snmp4j.PDUv1;
import org.snmp4j.ScopedPDU;
import org.snmp4j.Snmp;
import org.snmp4j.Target;
import org.snmp4j.UserTarget;
import org.snmp4j.event.ResponseEvent;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.security.SecurityModels;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.USM;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/** A manager that asks one simulated device, built on plain SNMP4J. */
final class Asker implements AutoCloseable {
    private final Snmp snmp;
    private final UdpAddress address;

    Asker(String hostAndPort) throws IOException {
        address = new UdpAddress(hostAndPort.replace(':', '/'));
        snmp =
                new Snmp(
                        new DefaultUdpTransportMapping(
                                new UdpAddress(InetAddress.getLoopbackAddress(), 0)));
        SecurityProtocols protocols =
                new SecurityProtocols(SecurityProtocols.SecurityProtocolSet.maxCompatibility);
        OctetString engineId = new OctetString(EngineIds.of("manager"));
        USM usm = new USM(protocols, engineId, 1);
        usm.addUser(
                new org.snmp4j.security.UsmUser(
                        new OctetString(DemoNetwork.USER),
                        AuthHMAC192SHA256.ID,
                        new OctetString(DemoNetwork.AUTH_PASSPHRASE),
                        PrivAES128.ID,
                        new OctetString(DemoNetwork.PRIV_PASSPHRASE)));
        var models = SecurityModels.getCollection(new org.snmp4j.security.SecurityModel[] {usm});
        snmp.getMessageDispatcher()
                .removeMessageProcessingModel(
                        snmp.getMessageDispatcher().getMessageProcessingModel(MPv3.ID));
        snmp.getMessageDispatcher()
                .addMessageProcessingModel(
                        new MPv3(
                                engineId.getValue(),
                                null,
                                protocols,
                                models,
                                org.snmp4j.mp.CounterSupport.getInstance()));
        snmp.listen();
    }

    /** The answer, or null if there is none. */
    PDU send(Target<UdpAddress> target, PDU request) throws IOException {
        target.setTimeout(2000);
        return sendOnce(target, request);
    }

    /** The same with the target's own timeout. */
    PDU sendOnce(Target<UdpAddress> target, PDU request) throws IOException {
        ResponseEvent<UdpAddress> event = snmp.send(request, target);
        return event.getResponse();
    }

    private PDU sendV2c(String community, int type, VariableBinding... bindings)
            throws IOException {
        PDU request = new PDU();
        request.setType(type);
        request.addAll(bindings);
        return send(v2c(community), request);
    }

    Target<UdpAddress> v2c(String community) {
        CommunityTarget<UdpAddress> target =
                new CommunityTarget<>(address, new OctetString(community));
        target.setVersion(SnmpConstants.version2c);
        return target;
    }

    Target<UdpAddress> v1() {
        CommunityTarget<UdpAddress> target =
                new CommunityTarget<>(address, new OctetString(DemoNetwork.READ_COMMUNITY));
        target.setVersion(SnmpConstants.version1);
        return target;
    }

    Target<UdpAddress> v3(int level) {
        UserTarget<UdpAddress> target = new UserTarget<>();
        target.setAddress(address);
        target.setVersion(SnmpConstants.version3);
        target.setSecurityLevel(level);
        target.setSecurityName(new OctetString(DemoNetwork.USER));
        return target;
    }

    PDU v1(int type, OID... names) throws IOException {
        PDUv1 request = new PDUv1();
        request.setType(type);
        for (OID name : names) {
            request.add(new VariableBinding(name));
        }
        return send(v1(), request);
    }

    PDU v3(int type, VariableBinding... bindings) throws IOException {
        return v3(SecurityLevel.AUTH_PRIV, type, bindings);
    }

    PDU v3(int level, int type, VariableBinding... bindings) throws IOException {
        ScopedPDU request = new ScopedPDU();
        request.setType(type);
        request.addAll(bindings);
        return send(v3(level), request);
    }

    PDU get(String... names) throws IOException {
        VariableBinding[] bindings = new VariableBinding[names.length];
        for (int i = 0; i < names.length; i++) {
            bindings[i] = new VariableBinding(new OID(names[i]));
        }
        return sendV2c(DemoNetwork.READ_COMMUNITY, PDU.GET, bindings);
    }

    Variable value(String name) throws IOException {
        return get(name).get(0).getVariable();
    }

    long number(String name) throws IOException {
        return value(name).toLong();
    }

    VariableBinding next(OID after) throws IOException {
        return sendV2c(DemoNetwork.READ_COMMUNITY, PDU.GETNEXT, new VariableBinding(after)).get(0);
    }

    PDU bulk(int nonRepeaters, int maxRepetitions, OID... after) throws IOException {
        PDU request = new PDU();
        request.setType(PDU.GETBULK);
        request.setNonRepeaters(nonRepeaters);
        request.setMaxRepetitions(maxRepetitions);
        for (OID name : after) {
            request.add(new VariableBinding(name));
        }
        return send(v2c(DemoNetwork.READ_COMMUNITY), request);
    }

    PDU set(String community, VariableBinding... bindings) throws IOException {
        return sendV2c(community, PDU.SET, bindings);
    }

    PDU set(VariableBinding... bindings) throws IOException {
        return set(DemoNetwork.WRITE_COMMUNITY, bindings);
    }

    static VariableBinding binding(String name, Variable value) {
        return new VariableBinding(new OID(name), value);
    }

    /** Everything, by GETNEXT. */
    List<VariableBinding> walk() throws IOException {
        List<VariableBinding> all = new ArrayList<>();
        for (VariableBinding at = next(new OID("0")); !at.isException(); at = next(at.getOid())) {
            all.add(at);
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        snmp.close();
    }
}
