package dev.bulkhead.engine.notification;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many messages a listener refused, by the reason.
 *
 * @param counts reasons that there were
 */
public record RefusedMessages(Map<Reason, Long> counts) {
    public static final RefusedMessages NONE = new RefusedMessages(Map.of());

    public RefusedMessages {
        Map<Reason, Long> kept = new EnumMap<>(Reason.class);
        counts.forEach((reason, count) -> {
            if (count > 0) {
                kept.put(reason, count);
            }
        });
        counts = Collections.unmodifiableMap(kept);
    }

    /** Some for one reason. */
    public static RefusedMessages of(Reason reason, long count) {
        return new RefusedMessages(Map.of(reason, count));
    }

    /** Why a message was refused. */
    public enum Reason {
        MALFORMED("malformed"),
        UNEXPECTED("no notifications"),
        UNKNOWN_USER("of unknown users"),
        WRONG_DIGEST("with a wrong digest"),
        OUT_OF_TIME("out of their time window"),
        UNDECRYPTABLE("that could not be decrypted"),
        WRONG_LEVEL("below the security level of their user"),
        OTHER("of another security model or version");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** What follows the number of such messages. */
        public String words() {
            return words;
        }
    }

    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public RefusedMessages plus(RefusedMessages other) {
        Map<Reason, Long> sum = new EnumMap<>(Reason.class);
        sum.putAll(counts);
        other.counts.forEach((reason, count) -> sum.merge(reason, count, Long::sum));
        return new RefusedMessages(sum);
    }

    /** Each number with its reason, such as {@code 2 malformed, 1 of unknown users}. */
    public String words() {
        return counts.entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey().words())
                .collect(Collectors.joining(", "));
    }
}
