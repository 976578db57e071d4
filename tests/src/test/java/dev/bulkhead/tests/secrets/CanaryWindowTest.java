package dev.bulkhead.tests.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.tests.program.Command;
import dev.bulkhead.tests.secrets.Cage.Run;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The window is given secrets that stand nowhere else, in a process whose home, temporary folder,
 * logs and outputs are in a cage. Of all that it leaves, only packets saved as they were sent hold
 * a community, as the user was told.
 */
@EnabledOnOs(OS.LINUX)
class CanaryWindowTest {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final String AS_SENT = "sent-v2c.pcapng";
    private static final int LOOK_MILLISECONDS = 50;

    @TempDir private Path secrets;
    @TempDir private Path room;

    /** What this JVM was told of JavaFX, and our own. */
    private List<String> command(Cage cage) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option ->
                        option.startsWith("--module-path")
                                || option.startsWith("--add-modules")
                                || option.startsWith("--enable-native-access"))
                .forEach(command::add);
        command.addAll(cage.javaOptions());
        command.addAll(
                List.of(
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-Duser.home=" + cage.home(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        CagedWindowMain.class.getName(),
                        secrets.toString(),
                        room.toString()));
        return command;
    }

    private Run start(Cage cage) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(cage));
        builder.environment().put("HOME", cage.home().toString());
        builder.environment().put("XDG_CACHE_HOME", cage.home().resolve("cache").toString());
        builder.environment().put("XDG_CONFIG_HOME", cage.home().resolve("config").toString());
        return cage.start("window", builder);
    }

    @Test
    void noFileTheWindowWritesHoldsASecret() throws Exception {
        Canaries blue = Canaries.of("blue", secrets);
        Canaries gold = Canaries.of("gold", secrets);
        Cage cage = new Cage(room);
        Run window = start(cage);
        boolean dumped = false;
        long begun = System.nanoTime();
        while (!window.process().waitFor(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS)) {
            cage.look(window.process().toHandle());
            if (!dumped && window.outText().contains("half")) {
                Command.of("kill", "-QUIT", Long.toString(window.process().pid())).run();
                dumped = true;
            }
            if (System.nanoTime() - begun > LIMIT.toNanos()) {
                Cage.kill(window);
            }
        }
        assertThat(window.process().exitValue()).as(window.errText()).isZero();
        assertThat(window.outText()).contains("Full thread dump", "done");
        assertThat(window.errText()).contains("GETBULK request-id", "authPriv", "a bug Optional[");
        assertThat(cage.engineIds()).isNotEmpty();

        Needles needles = new Needles();
        blue.addTo(needles, cage.engineIds());
        gold.addTo(needles, cage.engineIds());
        assertThat(needles.in(Files.readAllBytes(cage.file(AS_SENT))))
                .as("the user asked for the octets as they were sent")
                .contains("blue read community in UTF-8")
                // Those of both sets end alike.
                .allMatch(what -> what.endsWith("read community in UTF-8"));
        assertThat(cage.files().stream().map(path -> path.getFileName().toString()))
                .contains("read-v2c.pcapng", "read-v3.pcapng", "sent-v3.pcapng")
                .anyMatch(name -> name.equals("window.properties"));
        cage.mustNotHold(needles, AS_SENT);
    }
}
