package dev.bulkhead.app.cli;

import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.job.DemoNetwork;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SimulatedDevice;
import dev.bulkhead.engine.job.SimulatedDevice.Model;
import dev.bulkhead.engine.recording.RecordingIndex;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * {@code simulate}: plays devices on loopback until standard input ends or the time is over.
 *
 * <p>With {@code --seconds}, an input that is at its end before the devices are ready does not
 * count: that is what a command in a shell's background gets.
 */
final class SimulateVerb implements Verb {
    private static final String HOST = "127.0.0.1";

    @Override
    public List<Flag> flags() {
        return Flag.join(
                Flag.withValue(
                        "--devices",
                        "--port",
                        "--model",
                        "--seconds",
                        "--notify",
                        "--replay",
                        "--speed"),
                List.of(new Flag("--loop", false, false)));
    }

    @Override
    public int run(Arguments arguments, Terminal terminal)
            throws UsageException, InterruptedException {
        if (!arguments.operands().isEmpty()) {
            throw new UsageException("simulate takes flags only");
        }
        JobSpec.Simulate spec = new JobSpec.Simulate(devices(arguments));
        Optional<Integer> seconds = arguments.number("--seconds", 1, Integer.MAX_VALUE);
        CountDownLatch ready = new CountDownLatch(1);
        try (JobSession session = new JobSession(terminal)) {
            JobHandle job = session.start(spec, event -> show(event, ready, session, terminal));
            watchInput(terminal.in(), ready, seconds.isPresent(), job);
            if (seconds.isPresent() && !job.await(Duration.ofSeconds(seconds.get()))) {
                job.cancel();
            }
            session.await(job);
            return session.exitCode();
        }
    }

    private static void show(
            JobEvent event, CountDownLatch ready, JobSession session, Terminal terminal) {
        switch (event) {
            case JobEvent.Listening listening -> {
                listening.addresses().forEach(a -> terminal.out().println("READY " + a));
                ready.countDown();
            }
            case JobEvent.Failed failed -> session.fail(failed.failure());
            case JobEvent.Restarting restarting -> session.tell(restarting);
            case JobEvent.Started started -> {}
            case JobEvent.Samples samples -> {}
            case JobEvent.Gap gap -> {}
            case JobEvent.Notifications notifications -> {}
            case JobEvent.SenderRefused refused -> {}
            case JobEvent.Discovered discovered -> {}
            case JobEvent.Swept swept -> {}
            case JobEvent.Packets packets -> {}
            case JobEvent.Probed probed -> {}
            case JobEvent.Diagnosed diagnosed -> {}
            case JobEvent.Finished finished -> {}
        }
    }

    private static void watchInput(
            InputStream in, CountDownLatch ready, boolean timed, JobHandle job) {
        Thread.ofPlatform()
                .daemon()
                .name("stdin")
                .start(() -> {
                    try {
                        byte[] ignored = new byte[512];
                        while (in.read(ignored) >= 0) {
                            Thread.onSpinWait();
                        }
                    } catch (IOException e) {
                        // An input that cannot be read is at its end.
                    }
                    if (!timed || ready.getCount() == 0) {
                        job.cancel();
                    }
                });
    }

    private static List<SimulatedDevice> devices(Arguments arguments) throws UsageException {
        int count = arguments.number("--devices", 1, 1000).orElse(1);
        int port = arguments.number("--port", 0, 65_535).orElse(0);
        if (port != 0 && port + count - 1 > 65_535) {
            throw new UsageException("there are not " + count + " ports from " + port + " on");
        }
        String name = arguments.value("--model").orElse("switch");
        Model model = arguments.has("--replay") ? replay(arguments) : model(name);
        List<SimulatedDevice> devices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            devices.add(
                    new SimulatedDevice(
                            "sim-" + (i + 1),
                            model,
                            HOST,
                            port == 0 ? 0 : port + i,
                            new Secret(DemoNetwork.READ_COMMUNITY),
                            new Secret(DemoNetwork.WRITE_COMMUNITY),
                            List.of(DemoNetwork.user()),
                            arguments.value("--notify")));
        }
        return devices;
    }

    /** A recording's folder at its pace, or one file of it, which stands still. */
    private static Model replay(Arguments arguments) throws UsageException {
        if (arguments.has("--model")) {
            throw new UsageException("--replay goes without --model");
        }
        Path path = Path.of(arguments.value("--replay").orElseThrow()).toAbsolutePath();
        if (Files.isRegularFile(path)) {
            return new Model.Recording(path);
        }
        if (!Files.isReadable(path.resolve(RecordingIndex.FILE))) {
            throw new UsageException(
                    "--replay needs the folder of a recording; there is no "
                            + RecordingIndex.FILE
                            + " in "
                            + path);
        }
        String speed = arguments.value("--speed").orElse("1");
        try {
            return new Model.Replay(path, Double.parseDouble(speed), arguments.has("--loop"));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--speed is a number from 0.001 to 1000, not " + speed);
        }
    }

    private static Model model(String name) throws UsageException {
        return switch (name) {
            case "switch" -> new Model.Switch();
            case "server" -> new Model.Server();
            default -> {
                Path file = Path.of(name);
                if (!Files.isReadable(file)) {
                    throw new UsageException(
                            "--model is switch, server or a .snmprec file; there is no file "
                                    + name);
                }
                yield new Model.Recording(file.toAbsolutePath());
            }
        };
    }
}
