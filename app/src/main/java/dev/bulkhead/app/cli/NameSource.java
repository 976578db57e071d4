package dev.bulkhead.app.cli;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.naming.UnknownNameException;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.smi.Oid;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The names of a run. Modules load on a thread of their own, started only when a name is wanted: by
 * an operand that is no number, or by the output.
 */
final class NameSource {
    private final MibChoice choice;
    private final boolean wanted;
    private volatile @Nullable CompletableFuture<MibNames> loading;

    /**
     * @param forOutput whether the output shows names
     */
    NameSource(MibChoice choice, boolean forOutput) {
        this.choice = choice;
        this.wanted = forOutput || choice.isExplicit();
    }

    /** Starts loading what the output will need, while something else is going on. */
    void begin() {
        if (wanted) {
            var _ = load();
        }
    }

    private synchronized CompletableFuture<MibNames> load() {
        CompletableFuture<MibNames> now = loading;
        if (now == null) {
            now =
                    CompletableFuture.supplyAsync(
                            () -> new MibNames(choice.load()),
                            task -> Thread.ofPlatform().daemon().name("mibs").start(task));
            loading = now;
        }
        return now;
    }

    /** For output: names where they are wanted, else numbers only. Blocks while they load. */
    MibNames names() {
        return wanted || loading != null ? load().join() : new MibNames(MibIndex.empty());
    }

    /** Names, whether the output wants them or not. Blocks while they load. */
    MibNames loaded() {
        return load().join();
    }

    /** Names if they are being loaded anyway; else numbers only. */
    MibNames ifLoaded() {
        return names();
    }

    /** The OIDs of operands; loads modules only if one is no number. */
    List<Oid> resolve(List<String> texts) throws UnknownNameException {
        List<Oid> oids = new ArrayList<>();
        for (String text : texts) {
            oids.add(resolve(text));
        }
        return oids;
    }

    Oid resolve(String text) throws UnknownNameException {
        MibNames names = MibNames.isNumeric(text) ? new MibNames(MibIndex.empty()) : load().join();
        return names.resolve(text);
    }
}
