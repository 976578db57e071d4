package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.snmp4j.PDU;
import org.snmp4j.asn1.BER;
import org.snmp4j.asn1.BERInputStream;
import org.snmp4j.asn1.BEROutputStream;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.VariableBinding;

/**
 * A v1 and v2c agent that can misbehave: it answers each request by a {@link Script}, {@link
 * #answer} unless told otherwise.
 */
final class FakeAgent implements AutoCloseable {
    /** Makes the answers to a request; none for silence. */
    interface Script {
        List<PDU> answers(FakeAgent agent, PDU request);
    }

    /** What an agent has. */
    final TreeMap<OID, Integer> variables = new TreeMap<>();

    /** What it was asked, in order. */
    final List<PDU> requests = new CopyOnWriteArrayList<>();

    /** Who asked, in the same order. */
    final List<InetSocketAddress> askers = new CopyOnWriteArrayList<>();

    private final DatagramSocket socket;
    private final SnmpVersion version;
    private volatile Script script = (agent, request) -> List.of(agent.answer(request));
    private volatile boolean repliesFromElsewhere;

    FakeAgent(SnmpVersion version) throws IOException {
        this.version = version;
        this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("fake-agent").start(this::serve);
    }

    /** An agent with {@code count} rows of {@code columns} columns below 1.3.6.1.4.1.1.1. */
    static FakeAgent table(SnmpVersion version, int columns, int count) throws IOException {
        FakeAgent agent = new FakeAgent(version);
        for (int column = 1; column <= columns; column++) {
            for (int row = 1; row <= count; row++) {
                agent.variables.put(
                        new OID("1.3.6.1.4.1.1.1." + column + "." + row), column * 1000 + row);
            }
        }
        return agent;
    }

    FakeAgent behave(Script behaviour) {
        script = behaviour;
        return this;
    }

    FakeAgent replyFromElsewhere() {
        repliesFromElsewhere = true;
        return this;
    }

    Target target() {
        return target(Duration.ofSeconds(3), 0);
    }

    Target target(Duration timeout, int retries) {
        return new Target(
                "127.0.0.1",
                socket.getLocalPort(),
                new Credential.Community(version, new Secret("public")),
                timeout,
                retries);
    }

    private void serve() {
        byte[] buffer = new byte[65_535];
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                PDU request = decode(packet);
                askers.add((InetSocketAddress) packet.getSocketAddress());
                requests.add(request);
                for (PDU answer : script.answers(this, request)) {
                    send(answer, (InetSocketAddress) packet.getSocketAddress());
                }
            }
        } catch (SocketException e) {
            // Closed.
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PDU decode(DatagramPacket packet) throws IOException {
        BERInputStream in =
                new BERInputStream(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()));
        BER.decodeHeader(in, new BER.MutableByte());
        new Integer32().decodeBER(in);
        new OctetString().decodeBER(in);
        PDU pdu = new PDU();
        pdu.decodeBER(in);
        return pdu;
    }

    private void send(PDU pdu, InetSocketAddress to) throws IOException {
        Integer32 number =
                new Integer32(
                        version == SnmpVersion.V1
                                ? SnmpConstants.version1
                                : SnmpConstants.version2c);
        OctetString community = new OctetString("public");
        int length = number.getBERLength() + community.getBERLength() + pdu.getBERLength();
        BEROutputStream out = new BEROutputStream(ByteBuffer.allocate(length + 10));
        BER.encodeHeader(out, BER.SEQUENCE, length);
        number.encodeBER(out);
        community.encodeBER(out);
        pdu.encodeBER(out);
        byte[] octets = out.getBuffer().array();
        DatagramPacket packet = new DatagramPacket(octets, out.getBuffer().position(), to);
        if (repliesFromElsewhere) {
            try (DatagramSocket other = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
                other.send(packet);
            }
        } else {
            socket.send(packet);
        }
    }

    /** The right answer. */
    PDU answer(PDU request) {
        PDU answer = response(request);
        switch (request.getType()) {
            case PDU.GET -> request.getAll().forEach(asked -> get(asked, answer));
            case PDU.SET -> request.getAll().forEach(answer::add);
            case PDU.GETNEXT -> next(request.getAll(), answer);
            case PDU.GETBULK -> bulk(request, answer);
            default -> throw new IllegalStateException("a request of type " + request.getType());
        }
        if (answer.getErrorStatus() != 0) {
            return error(request, PDU.noSuchName, answer.getErrorIndex());
        }
        return answer;
    }

    static PDU response(PDU request) {
        PDU answer = new PDU();
        answer.setType(PDU.RESPONSE);
        answer.setRequestID(request.getRequestID());
        return answer;
    }

    static PDU error(PDU request, int status, int index) {
        PDU answer = response(request);
        request.getAll().forEach(answer::add);
        answer.setErrorStatus(status);
        answer.setErrorIndex(index);
        return answer;
    }

    static VariableBinding varBind(String oid, int value) {
        return new VariableBinding(new OID(oid), new Integer32(value));
    }

    private void get(VariableBinding asked, PDU answer) {
        Integer value = variables.get(asked.getOid());
        if (value != null) {
            answer.add(new VariableBinding(asked.getOid(), new Integer32(value)));
        } else {
            missing(asked, answer, Null.noSuchObject);
        }
    }

    private void missing(VariableBinding asked, PDU answer, Null exception) {
        answer.add(new VariableBinding(asked.getOid(), exception));
        if (version == SnmpVersion.V1 && answer.getErrorStatus() == 0) {
            answer.setErrorStatus(PDU.noSuchName);
            answer.setErrorIndex(answer.size());
        }
    }

    private void next(List<? extends VariableBinding> names, PDU answer) {
        for (VariableBinding name : names) {
            OID next = variables.higherKey(name.getOid());
            if (next == null) {
                missing(name, answer, Null.endOfMibView);
            } else {
                answer.add(new VariableBinding(next, new Integer32(variables.get(next))));
            }
        }
    }

    private void bulk(PDU request, PDU answer) {
        List<? extends VariableBinding> names = request.getAll();
        int once = Math.min(request.getNonRepeaters(), names.size());
        next(names.subList(0, once), answer);
        names = names.subList(once, names.size());
        for (int i = 0; i < request.getMaxRepetitions(); i++) {
            int before = answer.size();
            next(names, answer);
            names = List.copyOf(answer.getAll().subList(before, answer.size()));
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
