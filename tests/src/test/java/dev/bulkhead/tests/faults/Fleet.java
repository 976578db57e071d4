package dev.bulkhead.tests.faults;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.mibs.smi.Oid;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Many agents on loopback in a process of their own, so that what they need is not taken for what
 * the manager needs. Each answers v2c and the user of {@link UsmEngine}, as an engine of its own.
 * For one thread.
 */
public final class Fleet implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final Writer orders;
    private final int port;

    private Fleet(Process process) throws IOException {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
        this.port = Integer.parseInt(answer());
    }

    /** Starts agents, all of them well. */
    public static Fleet start(int devices) throws IOException {
        return new Fleet(
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-XX:+UseSerialGC",
                                "-Xmx512m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                FleetMain.class.getName(),
                                Integer.toString(devices))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start());
    }

    /** The process of all agents. */
    public long pid() {
        return process.pid();
    }

    /** How to ask a device. */
    public Target target(int device, boolean v3, Duration timeout, int retries) {
        Credential credential = v3 ? Targets.usualUser() : Targets.community(SnmpVersion.V2C);
        return new Target(TroubledAgent.address(device), port, credential, timeout, retries);
    }

    /** The octets that a device's first interfaces received, by 64-bit counters. */
    public static List<Oid> received(int interfaces) {
        return column(6, interfaces);
    }

    /** The octets that they sent. */
    public static List<Oid> sent(int interfaces) {
        return column(10, interfaces);
    }

    private static List<Oid> column(int number, int interfaces) {
        return IntStream.rangeClosed(1, interfaces)
                .mapToObj(i -> Device.IF_X_ENTRY.child(number, i).oid())
                .toList();
    }

    /** Lets something befall a device, in place of what did before. Blocks until it has. */
    public void befall(int device, Trouble trouble) throws IOException {
        order(device + " " + trouble);
        answer();
    }

    /** Bugs of the agents themselves; empty if they have none. */
    public String bugs() throws IOException {
        order("bugs");
        return answer();
    }

    private void order(String line) throws IOException {
        orders.write(line + "\n");
        orders.flush();
    }

    private String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the fleet's process ended");
        }
        return line;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
