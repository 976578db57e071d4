package dev.bulkhead.mibs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the words of one compilation's descriptions are kept.
 *
 * @param fingerprint the compiler's
 * @param pair the number of that compilation's files
 */
record CachedWords(Path file, long fingerprint, long pair) {
    /** The words, mapped, if they are there and whole and of this compilation. */
    Optional<ByteBuffer> find() {
        try {
            return CacheFile.map(file, fingerprint)
                    .filter(words -> words.pair() == pair)
                    .map(CacheFile::body);
        } catch (IOException | RuntimeException e) {
            MibCache.log("words of descriptions are not read: {0}", e.toString());
            return Optional.empty();
        }
    }

    /** Keeps them. What fails here costs collecting them next time, and nothing else. */
    void keep(ByteBuffer words) {
        try {
            CacheFile.write(file, fingerprint, pair, 0, List.of(words));
        } catch (IOException | RuntimeException e) {
            MibCache.log("words of descriptions are not kept: {0}", e.toString());
        }
    }
}
