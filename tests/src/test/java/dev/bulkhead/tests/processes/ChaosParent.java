package dev.bulkhead.tests.processes;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Schedule;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.mibs.smi.Oid;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A program to be killed: three polls and two spares, and a line for each event. */
final class ChaosParent {
    private static final int JOBS = 3;

    private ChaosParent() {}

    /** The port of an agent. */
    public static void main(String[] arguments) throws InterruptedException {
        Target target =
                new Target(
                        "127.0.0.1",
                        Integer.parseInt(arguments[0]),
                        new Credential.Community(SnmpVersion.V2C, new Secret("public")),
                        Duration.ofSeconds(1),
                        1);
        JobSpec.Poll.Item item =
                new JobSpec.Poll.Item(target, List.of(Oid.parse("1.3.6.1.2.1.1.3.0")));
        Engine engine = Engine.open(EngineSettings.ofThisProcess(2));
        for (int i = 0; i < JOBS; i++) {
            engine.submit(
                    new JobSpec.Poll(List.of(item), new Schedule(Duration.ofMillis(100), 0)),
                    event -> System.out.println(event.getClass().getSimpleName()));
        }
        new CountDownLatch(1).await();
    }
}
