package dev.bulkhead.mibs.doctor;

import dev.bulkhead.mibs.diagnostic.Diagnostic;
import dev.bulkhead.mibs.diagnostic.Suggestion;
import dev.bulkhead.mibs.source.SourceFile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A MIB text mended by the suggestions of its diagnostics.
 *
 * <p>It goes in rounds: all suggestions that do not overlap are applied, the first of those at one
 * place only, and the text is compiled again, which may show more. A batch of changes that loses
 * definitions, adds errors or betters nothing is halved until the guilty ones are found; these are
 * left out. The later half is settled first, so that the offsets of the earlier one stay true.
 *
 * <p>Limits: 20 rounds and 400 compilations. Bytes that no suggestion names stay as they are.
 */
public final class Repair {
    private static final int MAX_ROUNDS = 20;
    private static final int MAX_CHECKS = 400;

    private final Function<byte[], Findings> compiler;
    private final Findings before;
    private final List<Diagnostic> mended = new ArrayList<>();
    private final Set<String> refused = new HashSet<>();
    private byte[] bytes;
    private Findings findings;
    private int checks;

    private Repair(byte[] original, Function<byte[], Findings> compiler) {
        this.compiler = compiler;
        this.bytes = original;
        this.before = compiler.apply(original);
        this.findings = before;
    }

    /**
     * Mends a text. Blocks while it is compiled again and again.
     *
     * @param original never changed; UTF-16 is to be UTF-8 before, as {@link SourceFile} has it
     * @param compiler what a compilation says about such bytes
     */
    public static Repair of(byte[] original, Function<byte[], Findings> compiler) {
        Repair repair = new Repair(original, compiler);
        int rounds = 0;
        boolean changed;
        do {
            changed = repair.round();
        } while (changed && ++rounds < MAX_ROUNDS);
        return repair;
    }

    /** The mended text; the original itself if nothing could be mended. Not copied. */
    public byte[] bytes() {
        return bytes;
    }

    /** What was mended, each with its place in the text of its round. */
    public List<Diagnostic> mended() {
        return List.copyOf(mended);
    }

    public Findings before() {
        return before;
    }

    public Findings after() {
        return findings;
    }

    /** Applies what there is to apply; whether anything was. */
    private boolean round() {
        List<Change> batch = batch();
        int known = mended.size();
        if (!batch.isEmpty()) {
            settle(batch);
        }
        return mended.size() > known;
    }

    /** A suggestion and whose it is. */
    private record Change(Diagnostic fault, Suggestion suggestion) {
        int start() {
            return suggestion.offset();
        }

        int end() {
            return start() + suggestion.length();
        }

        String key() {
            return fault.code().tag()
                    + fault.arguments()
                    + fault.sourceLine()
                    + suggestion.length()
                    + suggestion.replacement();
        }
    }

    /** Those that fit beside each other, by place. */
    private List<Change> batch() {
        List<Change> all = new ArrayList<>();
        for (Diagnostic fault : findings.diagnostics()) {
            fault.suggestion().ifPresent(s -> all.add(new Change(fault, s)));
        }
        all.sort(Comparator.comparingInt(Change::start));
        List<Change> batch = new ArrayList<>();
        int taken = -1;
        for (Change change : all) {
            boolean inside = change.start() >= 0 && change.end() <= bytes.length;
            if (inside && change.start() > taken && !refused.contains(change.key())) {
                batch.add(change);
                taken = Math.max(change.start(), change.end() - 1);
            }
        }
        return batch;
    }

    private void settle(List<Change> batch) {
        if (checks++ >= MAX_CHECKS) {
            return;
        }
        byte[] changed = applied(batch);
        Findings found = compiler.apply(changed);
        if (found.improves(findings)) {
            bytes = changed;
            findings = found;
            batch.forEach(change -> mended.add(change.fault()));
        } else if (batch.size() == 1) {
            refused.add(batch.getFirst().key());
        } else {
            int half = batch.size() / 2;
            settle(batch.subList(half, batch.size()));
            settle(batch.subList(0, half));
        }
    }

    private byte[] applied(List<Change> batch) {
        return apply(bytes, batch.stream().map(Change::suggestion).toList());
    }

    /**
     * A text with changes made.
     *
     * @param original never changed
     * @param changes by place, none in another
     */
    public static byte[] apply(byte[] original, List<Suggestion> changes) {
        Charset charset = SourceFile.ofBytes("", original).charset();
        Charset written =
                charset.equals(StandardCharsets.ISO_8859_1) ? StandardCharsets.UTF_8 : charset;
        ByteArrayOutputStream out = new ByteArrayOutputStream(original.length + 64);
        int at = 0;
        for (Suggestion change : changes) {
            out.write(original, at, change.offset() - at);
            out.writeBytes(change.replacement().getBytes(written));
            at = change.offset() + change.length();
        }
        out.write(original, at, original.length - at);
        return out.toByteArray();
    }
}
