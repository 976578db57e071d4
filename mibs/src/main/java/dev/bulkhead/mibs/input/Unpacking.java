package dev.bulkhead.mibs.input;

import dev.bulkhead.mibs.input.Refused.Reason;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * One archive's unpacking: entries come as a stream from front to end, archives inside as streams
 * within it, so memory holds a few buffers for each level and the names of what was written.
 */
final class Unpacking {
    private static final int BUFFER_BYTES = 1 << 14;
    private static final long REPORT_BYTES = 1L << 20;

    private final TargetFolder target;
    private final Budget budget;
    private final Progress progress;
    private final long total;
    private final LongSupplier done;
    private final List<Refused> refused = new ArrayList<>();
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private boolean ended;

    /**
     * Where an archive's entries go.
     *
     * @param folder below the target
     * @param label what stands before the entries' names in a report
     * @param nesting how many archives are around this one
     */
    private record Place(List<String> folder, String label, int nesting) {
        List<String> below(List<String> parts) {
            return Stream.concat(folder.stream(), parts.stream()).toList();
        }

        Place inside(List<String> parts, String entry) {
            String longer = label + entry + "!";
            // Reports cut names anyway; of a long one, the end tells where the loop is.
            String kept = longer.length() > 200 ? longer.substring(longer.length() - 200) : longer;
            return new Place(below(parts), kept, nesting + 1);
        }
    }

    Unpacking(
            TargetFolder target, Budget budget, Progress progress, long total, LongSupplier done) {
        this.target = target;
        this.budget = budget;
        this.progress = progress;
        this.total = total;
        this.done = done;
    }

    Unpacked run(InputStream in, String name) {
        Place top = new Place(List.of(), "", 0);
        BufferedInputStream ahead = new BufferedInputStream(in, BUFFER_BYTES);
        try {
            budget.check();
            ArchiveFormat format = format(ahead);
            if (format == ArchiveFormat.NONE) {
                refuse("", Reason.NO_ARCHIVE);
            } else {
                archive(format, ahead, top, List.of(name), "");
            }
        } catch (EntryRefusedException e) {
            refuse("", e.reason());
        } catch (IOException e) {
            refuse("", Reason.UNREADABLE);
        }
        return new Unpacked(target.files(), refused);
    }

    private static ArchiveFormat format(BufferedInputStream in) throws IOException {
        in.mark(ArchiveFormat.HEAD);
        byte[] head = in.readNBytes(ArchiveFormat.HEAD);
        in.reset();
        return ArchiveFormat.of(head, head.length);
    }

    /** Unpacks into a place; {@code ownName} is for the one file of a gzip. */
    private void archive(
            ArchiveFormat format, InputStream in, Place place, List<String> ownName, String entry) {
        switch (format) {
            case ZIP -> entries(new ZipReader(in, budget), place, entry);
            case TAR -> entries(new TarReader(in), place, entry);
            case GZIP -> gzip(in, place, ownName, entry);
            case NONE -> throw new IllegalArgumentException("no archive");
        }
    }

    private void entries(ArchiveReader archive, Place place, String ownEntry) {
        boolean wasRefused = false;
        try (archive) {
            ArchiveEntry entry = archive.next();
            while (entry != null && !ended) {
                String name = place.label() + entry.name();
                if (!isWithinBudget(name)) {
                    return;
                }
                int before = refused.size();
                entry(entry, place, name);
                wasRefused = refused.size() > before;
                entry = ended ? null : archive.next();
            }
        } catch (IOException e) {
            Reason reason = EntryRefusedException.reasonOf(e);
            // The fault that ended an entry is met again on the way to the next one.
            if (!wasRefused || refused.getLast().reason() != reason) {
                refuse(ownEntry, reason);
            }
        }
    }

    private boolean isWithinBudget(String entry) {
        progress.advanced(entry, done.getAsLong(), total);
        try {
            budget.entry();
            return true;
        } catch (EntryRefusedException e) {
            refuse(entry, e.reason());
            return false;
        }
    }

    private void refuse(String entry, Reason reason) {
        refused.add(new Refused(entry, reason));
        ended |= reason.endsAll();
    }

    private void entry(ArchiveEntry entry, Place place, String name) {
        EntryPath path = EntryPath.of(entry.name(), budget.limits());
        switch (entry.kind()) {
            case FILE -> {
                switch (path) {
                    case EntryPath.Safe(List<String> parts) ->
                            file(entry.content(), place, parts, name);
                    case EntryPath.Unsafe(Reason reason) -> refuse(name, reason);
                }
            }
            case FOLDER -> {
                // Folders are made when a file wants them; a tar's own "./" has no name.
                if (path instanceof EntryPath.Unsafe(Reason reason) && reason != Reason.BAD_NAME) {
                    refuse(name, reason);
                }
            }
            case LINK -> refuse(name, Reason.LINK);
            case SPECIAL -> refuse(name, Reason.SPECIAL_FILE);
            case ENCRYPTED -> refuse(name, Reason.ENCRYPTED);
            case UNSUPPORTED -> refuse(name, Reason.UNSUPPORTED);
            case WAS_LINK -> takeBack(path, place, name);
        }
    }

    private void takeBack(EntryPath path, Place place, String name) {
        try {
            if (path instanceof EntryPath.Safe(List<String> parts)
                    && target.remove(place.below(parts))) {
                refuse(name, Reason.LINK);
            }
        } catch (IOException e) {
            refuse(name, Reason.WRITE_FAILED);
        }
    }

    private void file(InputStream content, Place place, List<String> parts, String name) {
        try {
            if (place.folder().size() + parts.size() > budget.limits().depth()) {
                throw new EntryRefusedException(Reason.DEEP_PATH);
            }
            BufferedInputStream in = new BufferedInputStream(content, BUFFER_BYTES);
            ArchiveFormat format = format(in);
            if (format == ArchiveFormat.NONE) {
                write(in, place.below(parts), name);
            } else if (place.nesting() >= budget.limits().nesting()) {
                throw new EntryRefusedException(Reason.NESTED);
            } else {
                String own = parts.getLast();
                Place inside = place.inside(parts, String.join("/", parts));
                archive(format, in, inside, List.of(own), name);
            }
        } catch (IOException e) {
            refuse(name, EntryRefusedException.reasonOf(e));
        }
    }

    /** A gzip holds one file, which often is a tar. */
    private void gzip(InputStream in, Place place, List<String> ownName, String entry) {
        CountedStream compressed = new CountedStream(in);
        try (GZIPInputStream inflated = new GZIPInputStream(compressed, BUFFER_BYTES)) {
            InflatedStream counted = new InflatedStream(inflated, budget, compressed::count);
            BufferedInputStream content = new BufferedInputStream(counted, BUFFER_BYTES);
            switch (format(content)) {
                case TAR -> entries(new TarReader(content), place, entry);
                case ZIP, GZIP, NONE -> {
                    budget.entry();
                    String name = withoutSuffix(ownName.getLast());
                    file(content, place, List.of(name), entry.isEmpty() ? name : entry);
                }
            }
        } catch (IOException e) {
            refuse(entry, EntryRefusedException.reasonOf(e));
        }
    }

    private static String withoutSuffix(String name) {
        boolean gz = name.length() > 3 && name.toLowerCase(Locale.ROOT).endsWith(".gz");
        return gz ? name.substring(0, name.length() - 3) : name;
    }

    private void write(InputStream in, List<String> parts, String name)
            throws EntryRefusedException {
        TargetFolder.NewFile file = target.create(parts);
        Reason failure = copy(in, file.out(), name);
        if (failure == null) {
            target.keep(parts, file.path());
            return;
        }
        try {
            Files.deleteIfExists(file.path());
        } catch (IOException e) {
            throw new EntryRefusedException(Reason.WRITE_FAILED);
        }
        throw new EntryRefusedException(failure);
    }

    /** Copies and closes; what went wrong, if anything did. */
    private @Nullable Reason copy(InputStream in, OutputStream file, String name) {
        try (OutputStream out = file) {
            long count = 0;
            int n = in.read(buffer);
            while (n >= 0) {
                count += n;
                if (count > budget.limits().fileBytes()) {
                    return Reason.LARGE_FILE;
                }
                budget.write(n);
                try {
                    out.write(buffer, 0, n);
                } catch (IOException e) {
                    return Reason.WRITE_FAILED;
                }
                if (count / REPORT_BYTES != (count - n) / REPORT_BYTES) {
                    progress.advanced(name, done.getAsLong(), total);
                }
                n = in.read(buffer);
            }
            return null;
        } catch (IOException e) {
            return EntryRefusedException.reasonOf(e);
        }
    }
}
