package dev.bulkhead.engine;

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

/** A program to be killed: polls a port for ever and prints one line when it does. */
final class PollingParent {
    private PollingParent() {}

    public static void main(String[] args) throws InterruptedException {
        Target target =
                new Target(
                        "127.0.0.1",
                        Integer.parseInt(args[0]),
                        new Credential.Community(SnmpVersion.V2C, new Secret("public")),
                        Duration.ofSeconds(1),
                        1);
        JobSpec.Poll.Item item =
                new JobSpec.Poll.Item(target, List.of(Oid.parse("1.3.6.1.2.1.1.5.0")));
        CountDownLatch polling = new CountDownLatch(2);
        Engine engine = Engine.open(EngineSettings.ofThisProcess(1));
        for (int i = 0; i < 2; i++) {
            engine.submit(
                    new JobSpec.Poll(List.of(item), new Schedule(Duration.ofMillis(100), 0)),
                    event -> {
                        if (event instanceof JobEvent.Samples) {
                            polling.countDown();
                        }
                    });
        }
        polling.await();
        System.out.println("polling");
        new CountDownLatch(1).await();
    }
}
