package dev.bulkhead.app.polling;

/**
 * When a value is alarming. Between the two limits an alarm stays as it is, so that a value that
 * trembles around one limit does not ring again and again.
 *
 * @param side which side of the limit alarms
 * @param limit beyond this an alarm is raised, in units of the row's series
 * @param clear back at this it is over; not on the alarming side of {@code limit}
 */
public record Threshold(Side side, double limit, double clear) {
    /** Where it alarms. */
    public enum Side {
        ABOVE,
        BELOW;

        /** Ends the keys of its words. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public Threshold {
        boolean isBack = side == Side.ABOVE ? clear <= limit : clear >= limit;
        if (!isBack || !Double.isFinite(limit) || !Double.isFinite(clear)) {
            throw new IllegalArgumentException(
                    "an alarm " + side + " " + limit + " cannot end at " + clear);
        }
    }

    /** Whether there is an alarm after this value, given whether there was one before. */
    boolean isAlarm(double value, boolean before) {
        double edge = before ? clear : limit;
        return side == Side.ABOVE ? value > edge : value < edge;
    }
}
