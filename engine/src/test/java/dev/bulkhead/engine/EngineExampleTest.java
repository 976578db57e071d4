package dev.bulkhead.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.SimulatedDevice;
import dev.bulkhead.engine.sample.VarBind;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example that opens {@link Engine}'s Javadoc compiles as it stands, and does what it says. */
class EngineExampleTest {
    private static final Path SOURCE = Path.of("src/main/java/dev/bulkhead/engine/Engine.java");

    @TempDir Path folder;

    /** What stands between the snippet's braces, without the comment's stars. */
    private static String example() throws Exception {
        List<String> lines =
                Files.readAllLines(SOURCE).stream()
                        .dropWhile(line -> !line.contains("{@snippet :"))
                        .skip(1)
                        .takeWhile(line -> !line.equals(" */"))
                        .map(line -> line.substring(2))
                        .toList();
        return String.join("\n", lines.subList(0, lines.size() - 1));
    }

    private Class<?> compiled() throws Exception {
        String text =
                """
                import dev.bulkhead.engine.*;
                import dev.bulkhead.engine.job.*;
                import dev.bulkhead.engine.sample.VarBind;
                import dev.bulkhead.mibs.smi.Oid;
                import java.time.Duration;
                import java.util.List;

                public class Example {
                    public static void run(int port, List<VarBind> values, List<String> failures)
                            throws Exception {
                %s
                    }
                }
                """
                        .formatted(example());
        Path file = Files.writeString(folder.resolve("Example.java"), text);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter told = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of(
                            "-proc:none",
                            "-d",
                            folder.toString(),
                            "-cp",
                            System.getProperty("java.class.path"));
            boolean good =
                    compiler.getTask(
                                    told,
                                    files,
                                    null,
                                    options,
                                    null,
                                    files.getJavaFileObjects(file))
                            .call();
            assertThat(good).as("%s%n%s", text, told).isTrue();
        }
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())
                .loadClass("Example");
    }

    @Test
    void theExampleOfTheJavadocWalksAnAgent() throws Exception {
        Class<?> example = compiled();
        List<VarBind> values = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        try (Engine engine = Engine.open(EngineSettings.ofThisProcess(0))) {
            EventLog simulator =
                    EventLog.submit(
                            engine,
                            new JobSpec.Simulate(
                                    List.of(
                                            SimulatedDevice.of(
                                                    "example",
                                                    new SimulatedDevice.Model.Server(),
                                                    "127.0.0.1",
                                                    0))));
            String at = simulator.await(JobEvent.Listening.class).addresses().getFirst();
            int port = Integer.parseInt(at.substring(at.lastIndexOf(':') + 1));

            example.getMethod("run", int.class, List.class, List.class)
                    .invoke(null, port, values, failures);
        }
        assertThat(failures).isEmpty();
        assertThat(values).hasSizeGreaterThan(5);
    }
}
