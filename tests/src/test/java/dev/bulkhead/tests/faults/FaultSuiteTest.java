package dev.bulkhead.tests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineSettings;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What the engine, with its real workers, makes of each {@link Fault}: the right values, the right
 * failure, and no more requests than that needs. {@code -Dfault=walk-loop,dup} runs some only.
 *
 * <p>Nothing here measures time: what must not last is counted by the agent, what must come is
 * waited for. Waiting is most of the work, so some faults are tried at once.
 */
class FaultSuiteTest {
    private static final int AT_ONCE = 4;
    private static final int SPARES = 3;

    private static Engine engine;
    private static ExecutorService threads;

    @BeforeAll
    static void open() {
        engine = Engine.open(EngineSettings.ofThisProcess(SPARES));
        threads = Executors.newFixedThreadPool(AT_ONCE);
    }

    @AfterAll
    static void close() {
        threads.shutdownNow();
        engine.close();
    }

    @Test
    void thereAreNinetyFourAndNoneTwice() {
        assertThat(Fault.all()).hasSize(94);
        assertThat(Fault.all()).extracting(Fault::label).doesNotHaveDuplicates();
    }

    @TestFactory
    Stream<DynamicTest> theManagerDoesWhatItMust() {
        Map<Fault, Future<?>> checks = new HashMap<>();
        for (Fault fault : chosen()) {
            checks.put(fault, threads.submit(() -> check(fault)));
        }
        return chosen().stream()
                .map(fault ->
                        dynamicTest(
                                fault.label() + ": " + fault.must(),
                                () -> rethrowing(checks.get(fault))));
    }

    private static List<Fault> chosen() {
        String names = System.getProperty("fault", "");
        List<String> wanted = List.of(names.split(","));
        return names.isEmpty()
                ? Fault.all()
                : Fault.all().stream().filter(f -> wanted.contains(f.label())).toList();
    }

    private static void rethrowing(Future<?> check) throws Throwable {
        try {
            check.get();
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }

    private static void check(Fault fault) {
        try (Scene scene = new Scene(engine, fault)) {
            switch (fault) {
                case TransportFault each -> TransportChecks.check(each, scene);
                case HeaderFault each -> HeaderChecks.check(each, scene);
                case WalkFault each -> WalkChecks.check(each, scene);
                case ValueFault each -> ValueChecks.check(each, scene);
                case StructureFault each -> StructureChecks.check(each, scene);
                case UsmFault each -> UsmChecks.check(each, scene);
            }
            scene.assertAllAlive();
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }
}
