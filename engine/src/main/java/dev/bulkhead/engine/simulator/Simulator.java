package dev.bulkhead.engine.simulator;

import dev.bulkhead.engine.job.SimulatedDevice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Simulated agents that answer on sockets of their own until closed.
 *
 * <p>Thread-safe. The devices share a few threads, one for each processor at most.
 */
public final class Simulator implements AutoCloseable {
    private final List<DeviceNode> nodes;
    private final List<ReceiveLoop> loops;
    private final NoticeWatch watch;

    private Simulator(List<DeviceNode> nodes, List<ReceiveLoop> loops, NoticeWatch watch) {
        this.nodes = List.copyOf(nodes);
        this.loops = List.copyOf(loops);
        this.watch = watch;
    }

    /**
     * Opens all devices; they answer when this returns. Blocks for some milliseconds, longer for
     * large recordings.
     *
     * @throws SimulatorException if a port is taken or a recording cannot be read; then none is
     *     open
     */
    public static Simulator open(List<SimulatedDevice> devices) throws SimulatorException {
        return open(devices, line -> {});
    }

    /**
     * The same.
     *
     * @param log gets what is found wrong with recordings while they are played; on any thread
     */
    public static Simulator open(List<SimulatedDevice> devices, Consumer<String> log)
            throws SimulatorException {
        return open(devices, TimeSource.SYSTEM, log);
    }

    static Simulator open(List<SimulatedDevice> devices, TimeSource time)
            throws SimulatorException {
        return open(devices, time, line -> {});
    }

    private static Simulator open(
            List<SimulatedDevice> devices, TimeSource time, Consumer<String> log)
            throws SimulatorException {
        DeviceFactory factory = new DeviceFactory(time, log);
        List<DeviceNode> nodes = new ArrayList<>(devices.size());
        List<ReceiveLoop> loops = new ArrayList<>();
        try {
            for (SimulatedDevice device : devices) {
                nodes.add(factory.open(device));
            }
            int threads = Math.min(devices.size(), Runtime.getRuntime().availableProcessors());
            for (int i = 0; i < threads; i++) {
                loops.add(new ReceiveLoop("simulator-" + i));
            }
            for (int i = 0; i < nodes.size(); i++) {
                loops.get(i % threads).add(nodes.get(i).socket());
            }
        } catch (IOException e) {
            closeAll(nodes, loops);
            throw e instanceof SimulatorException known
                    ? known
                    : new SimulatorException("the simulator could not start: " + e, e);
        }
        loops.forEach(ReceiveLoop::start);
        return new Simulator(nodes, loops, NoticeWatch.start(nodes));
    }

    /** Where the devices listen, in the order they were given: {@code host:port}. */
    public List<String> addresses() {
        return nodes.stream().map(DeviceNode::address).toList();
    }

    /** What of the recordings is not served and why, as {@code file:line: reason}. */
    public List<String> notes() {
        return nodes.stream().flatMap(node -> node.notes().stream()).distinct().toList();
    }

    @Override
    public void close() {
        watch.close();
        closeAll(nodes, loops);
    }

    private static void closeAll(List<DeviceNode> nodes, List<ReceiveLoop> loops) {
        for (ReceiveLoop loop : loops) {
            quietly(loop::close);
        }
        for (DeviceNode node : nodes) {
            quietly(() -> node.socket().close());
        }
    }

    private static void quietly(Closing closing) {
        try {
            closing.close();
        } catch (IOException e) {
            // There is nothing left to do for a socket that does not close.
        }
    }

    private interface Closing {
        void close() throws IOException;
    }
}
