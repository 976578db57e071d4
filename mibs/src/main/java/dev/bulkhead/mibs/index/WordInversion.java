package dev.bulkhead.mibs.index;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** From the words of each definition to the definitions of each word. For one thread. */
final class WordInversion {
    private final CollectedWords collected;
    private final String[] words;
    private final IdentityHashMap<WordTable, int[]> ranks = new IdentityHashMap<>();

    WordInversion(CollectedWords collected) {
        this.collected = collected;
        for (int module = 0; module < collected.modules(); module++) {
            WordTable table = collected.table(module);
            if (table != null) {
                ranks.putIfAbsent(table, new int[table.size()]);
            }
        }
        words =
                ranks.keySet().stream()
                        .flatMap(WordInversion::all)
                        .sorted()
                        .distinct()
                        .toArray(String[]::new);
        ranks.forEach((table, rank) ->
                Arrays.setAll(rank, i -> Arrays.binarySearch(words, table.word(i))));
    }

    private static Stream<String> all(WordTable table) {
        return IntStream.range(0, table.size()).mapToObj(table::word);
    }

    ByteBuffer run() {
        int[] starts = new int[words.length + 1];
        each((word, posting) -> starts[word + 1] += size(posting));
        for (int word = 0; word < words.length; word++) {
            starts[word + 1] += starts[word];
        }
        byte[] postings = new byte[starts[words.length]];
        int[] ends = Arrays.copyOf(starts, words.length);
        each((word, posting) -> ends[word] = write(posting, postings, ends[word]));
        return written(starts, postings);
    }

    /** Hears of each place a word stands at, by definition. */
    private interface Postings {
        /**
         * @param posting the distance to the definition before and the weight, as it is written
         */
        void add(int word, int posting);
    }

    private void each(Postings to) {
        int[] last = new int[words.length];
        Arrays.fill(last, -1);
        int definition = 0;
        for (int module = 0; module < collected.modules(); module++) {
            byte[] found = collected.words(module);
            int[] rank = ranks.getOrDefault(collected.table(module), new int[0]);
            ByteView view = new ByteView(ByteBuffer.wrap(found), 0);
            while (view.position() < found.length) {
                for (int left = view.readInt(); left > 0; left--) {
                    int entry = view.readInt();
                    int word = rank[entry >>> WordIndex.WEIGHT_BITS];
                    int distance = definition - last[word];
                    last[word] = definition;
                    to.add(word, weighed(distance, entry));
                }
                definition++;
            }
        }
    }

    private static int weighed(int distance, int entry) {
        return (distance << WordIndex.WEIGHT_BITS) | (entry & WordIndex.IN_NAME);
    }

    private static int size(int posting) {
        return 1 + (31 - Integer.numberOfLeadingZeros(posting)) / 7;
    }

    private static int write(int posting, byte[] to, int start) {
        int at = start;
        int rest = posting;
        while (rest > 0x7F) {
            to[at++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        to[at++] = (byte) rest;
        return at;
    }

    private ByteBuffer written(int[] starts, byte[] postings) {
        int letters = Arrays.stream(words).mapToInt(String::length).sum();
        int ints = WordIndex.HEADER_INTS + 2 * (words.length + 1);
        byte[] lengths = collected.lengths();
        ByteBuffer buffer =
                ByteBuffer.allocate(4 * ints + lengths.length + letters + postings.length);
        buffer.putInt(words.length).putInt(lengths.length).putInt(letters);
        int at = 0;
        for (String word : words) {
            buffer.putInt(at);
            at += word.length();
        }
        buffer.putInt(at);
        for (int start : starts) {
            buffer.putInt(start);
        }
        for (String word : words) {
            buffer.put(word.getBytes(StandardCharsets.ISO_8859_1));
        }
        return buffer.put(lengths).put(postings).flip();
    }
}
