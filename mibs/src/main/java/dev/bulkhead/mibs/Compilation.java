package dev.bulkhead.mibs;

import dev.bulkhead.mibs.diagnostic.Diagnostic;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.input.Cancellation;
import dev.bulkhead.mibs.input.Progress;
import dev.bulkhead.mibs.model.MibModule;
import java.time.Duration;
import java.util.List;

/**
 * What a compilation yields.
 *
 * @param index over all modules, base modules included
 * @param diagnostics by file and place
 * @param fileCount how many files were asked for and read, those for imports not counted
 * @param versions modules that several files have
 * @param missing modules that are imported and nowhere to be found, by name
 * @param duration how long it took
 * @param isFromCache whether nothing was compiled, since nothing had changed
 */
public record Compilation(
        MibIndex index,
        List<Diagnostic> diagnostics,
        int fileCount,
        List<ModuleVersions> versions,
        List<MissingModule> missing,
        Duration duration,
        boolean isFromCache) {

    /** The modules, by name, base modules included. */
    public List<MibModule> modules() {
        return index.modules();
    }

    /**
     * Makes {@link MibIndex#search} look at the words of descriptions, too. Blocks: reads all
     * files, some seconds for thousands, or finds the words in the cache.
     *
     * @param progress hears of files, from several threads
     * @throws java.util.concurrent.CancellationException if nobody wants it any more
     */
    public void prepareDescriptions(Cancellation cancellation, Progress progress) {
        index.prepareDescriptions(cancellation, progress);
    }

    /** How many definitions all modules have together. */
    public int definitionCount() {
        return index.definitionCount();
    }
}
