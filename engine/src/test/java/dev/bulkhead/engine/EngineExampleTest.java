package dev.bulkhead.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.SimulatedDevice;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
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

/** The examples that open {@link Engine}'s Javadoc compile as they stand, and do what they say. */
class EngineExampleTest {
    private static final Path SOURCE = Path.of("src/main/java/dev/bulkhead/engine/Engine.java");

    @TempDir Path folder;

    /** What stands between the snippets' braces, one after the other, without the stars. */
    private static String examples() throws Exception {
        StringBuilder code = new StringBuilder();
        int depth = 0;
        for (String line : Files.readAllLines(SOURCE)) {
            if (depth == 0) {
                depth = line.equals(" * {@snippet :") ? 1 : 0;
                continue;
            }
            depth += depthOf(line);
            if (depth > 0) {
                code.append(line.substring(2)).append('\n');
            }
        }
        return code.toString();
    }

    private static int depthOf(String line) {
        return (int)
                (line.chars().filter(c -> c == '{').count()
                        - line.chars().filter(c -> c == '}').count());
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
                        .formatted(examples());
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
    void theExamplesOfTheJavadocWalkAnAgentTwice() throws Exception {
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
        List<Oid> names = values.stream().map(VarBind::name).toList();
        int half = names.size() / 2;
        assertThat(half).isGreaterThan(5);
        assertThat(names.subList(0, half)).isEqualTo(names.subList(half, names.size()));
    }
}
