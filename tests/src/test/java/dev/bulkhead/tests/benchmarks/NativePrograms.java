package dev.bulkhead.tests.benchmarks;

import dev.bulkhead.tests.program.Command;
import dev.bulkhead.tests.program.Measured;
import dev.bulkhead.tests.program.Repository;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The C programs that the SNMP benchmarks measure with: a fast agent, and what net-snmp's C API can
 * do. They are compiled when a benchmark begins.
 */
final class NativePrograms implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Path folder;
    private final List<Process> agents = new ArrayList<>();

    /**
     * One round of {@code yardstick}.
     *
     * @param seconds from its first request to its end
     * @param lastAnswerSeconds from its first request to its last answer
     */
    record Round(double seconds, int answered, int lost, double lastAnswerSeconds) {}

    private NativePrograms(Path folder) {
        this.folder = folder;
    }

    static NativePrograms compile() throws IOException, InterruptedException {
        NativePrograms programs =
                new NativePrograms(
                        Files.createDirectories(Repository.ROOT.resolve("tests/target/native")));
        programs.compile("fastagent", "-lcrypto", "-lpthread");
        programs.compile("yardstick", "-lnetsnmp");
        return programs;
    }

    private void compile(String name, String... libraries)
            throws IOException, InterruptedException {
        Path source = Repository.ROOT.resolve("tests/src/test/c").resolve(name + ".c");
        List<String> command =
                new ArrayList<>(List.of("gcc", "-O2", "-w", "-o", folder.resolve(name).toString()));
        command.add(source.toString());
        command.addAll(List.of(libraries));
        Measured compiler = Measured.run(new ProcessBuilder(command), LIMIT);
        if (compiler.exitCode() != 0) {
            throw new IOException(
                    "the yardstick needs gcc libc6-dev libssl-dev libsnmp-dev: " + compiler.err());
        }
    }

    /**
     * Starts an agent at a free port: any address 127.x.y.z is a device, but 127.9.x.y are dead.
     *
     * @return its port
     */
    int startAgent(int rows, int columns, int interfaces) throws IOException {
        int port = freePort();
        agents.add(
                new ProcessBuilder(
                                folder.resolve("fastagent").toString(),
                                String.valueOf(port),
                                String.valueOf(rows),
                                String.valueOf(columns),
                                String.valueOf(interfaces))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start());
        return port;
    }

    private static int freePort() throws IOException {
        try (DatagramSocket socket =
                new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            return socket.getLocalPort();
        }
    }

    /** The rounds of {@code yardstick}; its arguments stand in its source. */
    List<Round> yardstick(Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(folder.resolve("yardstick").toString());
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        String out = Command.of(command.toArray(String[]::new)).run().out();
        return out.lines().map(NativePrograms::round).toList();
    }

    private static Round round(String line) {
        String[] parts = line.split(" ", -1);
        return new Round(
                Double.parseDouble(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]),
                Double.parseDouble(parts[3]));
    }

    @Override
    public void close() {
        for (Process agent : agents) {
            agent.destroy();
            agent.onExit().completeOnTimeout(agent, 5, TimeUnit.SECONDS).join();
        }
    }
}
