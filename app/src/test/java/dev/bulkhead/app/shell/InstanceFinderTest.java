package dev.bulkhead.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.query.FakeJob;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.mibs.MibCompiler;
import dev.bulkhead.mibs.MibRepository;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.index.MibNode;
import dev.bulkhead.mibs.smi.Oid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class InstanceFinderTest {
    private static final MibIndex INDEX = MibCompiler.compile(MibRepository.standard()).index();
    private static final Oid UP_TIME = Oid.of(1, 3, 6, 1, 2, 1, 1, 3);
    private static final Target TARGET =
            new Target(
                    "192.0.2.1",
                    161,
                    new Credential.Community(SnmpVersion.V2C, new Secret("public")),
                    Duration.ofSeconds(1),
                    0);

    private final List<Oid> found = new ArrayList<>();

    private List<Oid> find(Oid oid) {
        MibNode node = INDEX.nearest(oid);
        new InstanceFinder(new FakeJob.Starter())
                .find(Optional.of(node), TARGET, oid, found::addAll);
        return found;
    }

    @Test
    void aScalarsOnlyInstanceIsKnown() {
        assertThat(find(UP_TIME)).containsExactly(UP_TIME.append(0));
    }

    @Test
    void anInstanceThatAModuleNamesIsOneOfItsObject() {
        assertThat(INDEX.nearest(UP_TIME.append(0)).name()).isEqualTo("sysUpTimeInstance");
        assertThat(find(UP_TIME.append(0))).containsExactly(UP_TIME.append(0));
    }

    @Test
    void aNodeHasNone() {
        assertThat(find(Oid.of(1, 3, 6, 1, 2, 1, 1))).isEmpty();
    }
}
