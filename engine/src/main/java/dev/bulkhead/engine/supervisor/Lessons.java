package dev.bulkhead.engine.supervisor;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.DemoNetwork;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Schedule;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.WalkOptions;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** The jobs a worker is trained with: one of each kind that asks the demo network. */
record Lessons(int switchPort, int serverPort) {
    static final JobSpec.Simulate DEVICES = DemoNetwork.spec();

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Schedule OFTEN = new Schedule(Duration.ofMillis(200), 0);
    private static final Oid SYSTEM = Oid.parse("1.3.6.1.2.1.1");
    private static final Oid SYS_NAME = Oid.parse("1.3.6.1.2.1.1.5.0");
    private static final Oid IF_ENTRY = Oid.parse("1.3.6.1.2.1.2.2.1");
    private static final Oid LINK_DOWN = Oid.parse("1.3.6.1.6.3.1.1.5.3");

    /** Those that come to an end. */
    List<JobSpec> thatEnd() {
        Target v1 = target(new Credential.Community(SnmpVersion.V1, read()));
        Target v2c = target(new Credential.Community(SnmpVersion.V2C, read()));
        Target v3 = target(DemoNetwork.user());
        List<Oid> columns = List.of(IF_ENTRY.append(1), IF_ENTRY.append(2), IF_ENTRY.append(10));
        VarBind name =
                new VarBind(
                        SYS_NAME,
                        new OctetString(DemoNetwork.SWITCH.getBytes(StandardCharsets.UTF_8)));
        Target writable =
                target(
                        new Credential.Community(
                                SnmpVersion.V2C, new Secret(DemoNetwork.WRITE_COMMUNITY)));
        return List.of(
                get(v2c, new JobSpec.Get.Mode.Exact()),
                get(v2c, new JobSpec.Get.Mode.Next()),
                get(v2c, new JobSpec.Get.Mode.Bulk(0, 10)),
                get(v1, new JobSpec.Get.Mode.Exact()),
                get(v3, new JobSpec.Get.Mode.Exact()),
                new JobSpec.Walk(v2c, List.of(SYSTEM, IF_ENTRY), WalkOptions.DEFAULT),
                new JobSpec.Walk(v3, List.of(SYSTEM), WalkOptions.DEFAULT),
                new JobSpec.Table(v2c, columns, WalkOptions.DEFAULT),
                new JobSpec.Set(writable, List.of(name)),
                new JobSpec.Notify(v2c, false, 1, LINK_DOWN, List.of(name)));
    }

    /** Those that go on until they are cancelled. */
    List<JobSpec> thatGoOn() {
        Target v2c = target(new Credential.Community(SnmpVersion.V2C, read()));
        Target v3 = new Target(DemoNetwork.HOST, serverPort, DemoNetwork.user(), TIMEOUT, 1);
        return List.of(
                new JobSpec.Poll(
                        List.of(
                                new JobSpec.Poll.Item(v2c, List.of(IF_ENTRY.append(10).append(1))),
                                new JobSpec.Poll.Item(v3, List.of(SYS_NAME))),
                        OFTEN));
    }

    private static JobSpec get(Target target, JobSpec.Get.Mode mode) {
        return new JobSpec.Get(target, mode, List.of(SYS_NAME));
    }

    private static Secret read() {
        return new Secret(DemoNetwork.READ_COMMUNITY);
    }

    private Target target(Credential credential) {
        return new Target(DemoNetwork.HOST, switchPort, credential, TIMEOUT, 1);
    }
}
