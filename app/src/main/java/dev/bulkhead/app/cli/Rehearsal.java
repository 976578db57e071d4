package dev.bulkhead.app.cli;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.job.DemoNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What the command line's AOT cache is trained with: the commands most asked for, against the demo
 * network. All classes of a cache are loaded at each start, so there are no more than these.
 */
public final class Rehearsal {
    private static final long PATIENCE_SECONDS = 60;
    private static final List<String> COMMUNITY = List.of("-v2c", "-c", DemoNetwork.READ_COMMUNITY);
    private static final List<String> USER =
            List.of(
                    "-v3",
                    "-l",
                    "authPriv",
                    "-u",
                    DemoNetwork.USER,
                    "-a",
                    "SHA-256",
                    "-A",
                    DemoNetwork.AUTH_PASSPHRASE,
                    "-x",
                    "AES",
                    "-X",
                    DemoNetwork.PRIV_PASSPHRASE);

    private Rehearsal() {}

    /**
     * Runs them.
     *
     * @return the exit code of the first that fails, or 0
     */
    public static int run() {
        CompletableFuture<String> device = new CompletableFuture<>();
        try (Engine engine = Engine.open(EngineSettings.ofThisProcess(0))) {
            var _ = engine.submit(DemoNetwork.spec(), event -> take(event, device));
            String address = device.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            for (int round = 0; round < 2; round++) {
                int code = all(address);
                if (code != ExitCode.SUCCESS) {
                    return code;
                }
            }
            return ExitCode.SUCCESS;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILED;
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the demo network does not start", e);
        }
    }

    private static void take(JobEvent event, CompletableFuture<String> device) {
        switch (event) {
            case JobEvent.Listening listening -> device.complete(listening.addresses().getFirst());
            case JobEvent.Failed failed ->
                    device.completeExceptionally(
                            new IllegalStateException(failed.failure().message()));
            default -> {}
        }
    }

    private static int all(String address) {
        List<List<String>> commands =
                List.of(
                        asked("get", COMMUNITY, address, "sysName.0", "ifHCInOctets.1"),
                        asked("get", USER, address, "sysUpTime.0"),
                        asked("getnext", COMMUNITY, address, "ifDescr"),
                        asked("walk", COMMUNITY, address, "system"),
                        asked("table", COMMUNITY, address, "ifTable"),
                        List.of("translate", "IF-MIB::ifInOctets.7"));
        for (List<String> command : commands) {
            int code = Cli.run(command.toArray(String[]::new));
            if (code != ExitCode.SUCCESS) {
                return code;
            }
        }
        return ExitCode.SUCCESS;
    }

    private static List<String> asked(String verb, List<String> who, String... rest) {
        List<String> words = new ArrayList<>(List.of(verb));
        words.addAll(who);
        words.addAll(List.of(rest));
        return words;
    }
}
