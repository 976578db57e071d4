package dev.bulkhead.engine.simulator;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.SimulatedDevice;
import dev.bulkhead.engine.job.SimulatedDevice.Model;
import dev.bulkhead.engine.snmp.UsmProtocols;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.mp.CounterSupport;
import org.snmp4j.mp.MPv1;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.MPv3;
import org.snmp4j.security.SecurityModel;
import org.snmp4j.security.SecurityModels;
import org.snmp4j.security.USM;
import org.snmp4j.security.UsmTimeEntry;
import org.snmp4j.smi.OctetString;

/** Puts devices together; what they can share (layouts, recordings, keys) is made once. */
final class DeviceFactory {
    private final TimeSource time;
    private final Consumer<String> log;
    private final UsmProtocols protocols = new UsmProtocols();
    private final DeviceUsers users = new DeviceUsers(protocols);
    private final Map<Path, Recording> recordings = new HashMap<>();
    private @Nullable DeviceModel switchModel;
    private @Nullable DeviceModel serverModel;

    /**
     * @param log gets what is found wrong with recordings while they are played
     */
    DeviceFactory(TimeSource time, Consumer<String> log) {
        this.time = time;
        this.log = log;
    }

    /** Opens a device's socket and connects all of it; it answers once a loop serves the socket. */
    DeviceNode open(SimulatedDevice spec) throws SimulatorException {
        return switch (spec.model()) {
            case Model.Switch() -> {
                switchModel = switchModel == null ? DeviceModel.ofSwitch() : switchModel;
                yield open(spec, switchModel);
            }
            case Model.Server() -> {
                serverModel = serverModel == null ? DeviceModel.ofServer() : serverModel;
                yield open(spec, serverModel);
            }
            case Model.Replay replayed -> {
                DeviceState state = new DeviceState(spec, List.of(), time);
                Replay replay = new Replay(replayed, state.clock(), log);
                state.silentWhile(replay::isSilent);
                yield connect(spec, state, replay, replay.notes());
            }
            case Model.Recording(Path file) -> {
                Recording recording = recordings.get(file);
                if (recording == null) {
                    recording = RecordingReader.read(file);
                    recordings.put(file, recording);
                }
                DeviceState state = new DeviceState(spec, List.of(), time);
                yield connect(spec, state, recording, recording.notes());
            }
        };
    }

    private DeviceNode open(SimulatedDevice spec, DeviceModel model) throws SimulatorException {
        DeviceState state = new DeviceState(spec, model.ports(), time);
        Variables tree = new DeviceTree(model.layout(), state, model.newTables());
        return connect(spec, state, tree, List.of());
    }

    private DeviceNode connect(
            SimulatedDevice spec, DeviceState state, Variables variables, List<String> notes)
            throws SimulatorException {
        byte[] engineId = EngineIds.of(spec.name());
        OctetString engine = new OctetString(engineId);
        DeviceSocket socket = bind(spec, state);
        MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
        dispatcher.addMessageProcessingModel(new MPv1());
        dispatcher.addMessageProcessingModel(new MPv2c());
        PacketCounters counters = state.packets();
        dispatcher.addCounterListener(counters);
        CounterSupport support = new CounterSupport();
        support.addCounterListener(counters);
        if (!spec.users().isEmpty()) {
            USM usm = usm(spec, engineId, state, support);
            dispatcher.addMessageProcessingModel(
                    new MPv3(
                            engineId,
                            null,
                            protocols,
                            SecurityModels.getCollection(new SecurityModel[] {usm}),
                            support));
        }
        DeviceRights rights = new DeviceRights(spec, engine);
        DeviceAgent agent = new DeviceAgent(engine, rights, state, variables);
        agent.addCounterListener(counters);
        dispatcher.addCommandResponder(agent);
        dispatcher.addTransportMapping(socket);
        socket.addTransportListener(dispatcher);
        return new DeviceNode(spec, state, socket, dispatcher, notes);
    }

    private USM usm(
            SimulatedDevice spec, byte[] engineId, DeviceState state, CounterSupport support) {
        OctetString engine = new OctetString(engineId);
        USM usm = new USM(protocols, engine, (int) state.boots(), support);
        Runnable setTime =
                () ->
                        usm.getTimeTable()
                                .setLocalTime(
                                        new UsmTimeEntry(
                                                engine,
                                                (int) state.boots(),
                                                (int) state.upSeconds()));
        setTime.run();
        state.onReboot(setTime);
        for (Credential.Usm user : spec.users()) {
            users.add(user, engineId, usm);
        }
        return usm;
    }

    private static DeviceSocket bind(SimulatedDevice spec, DeviceState state)
            throws SimulatorException {
        String where = spec.name() + " cannot listen at " + spec.host() + " port " + spec.port();
        try {
            InetAddress host = InetAddress.getByName(spec.host());
            return new DeviceSocket(new InetSocketAddress(host, spec.port()), state::isSilent);
        } catch (UnknownHostException e) {
            throw new SimulatorException(
                    where + ": there is no such host; give an address such as 127.0.0.1", e);
        } catch (BindException e) {
            throw new SimulatorException(where + ": " + advice(spec.port(), e), e);
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage());
            String advice =
                    reason.contains("Too many open files")
                            ? "; each device needs a file descriptor, raise the limit (ulimit -n)"
                            : "";
            throw new SimulatorException(where + ": " + reason + advice, e);
        }
    }

    private static String advice(int port, BindException e) {
        String reason = String.valueOf(e.getMessage());
        if (reason.contains("Permission")) {
            return "ports below 1024 need special rights; choose a higher one";
        }
        if (reason.contains("assign")) {
            return "this machine has no such address; choose 127.0.0.1";
        }
        return "port "
                + port
                + " is in use by another program; choose another, or 0 for any free one";
    }
}
