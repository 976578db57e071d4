package dev.bulkhead.app.pollset;

/**
 * When a value is alarming.
 *
 * @param limit beyond this the alarm is raised
 * @param clear back at this it is over; not on the alarming side of {@code limit}
 */
public record Alarm(Side side, double limit, double clear) {
    /** Where it alarms. */
    public enum Side {
        ABOVE,
        BELOW
    }

    public Alarm {
        boolean isBack = side == Side.ABOVE ? clear <= limit : clear >= limit;
        if (!isBack || !Double.isFinite(limit) || !Double.isFinite(clear)) {
            throw new IllegalArgumentException(
                    "an alarm " + side + " " + limit + " cannot end at " + clear);
        }
    }

    /** Whether there is an alarm after this value, given whether there was one before. */
    public boolean isRaised(double value, boolean before) {
        double edge = before ? clear : limit;
        return side == Side.ABOVE ? value > edge : value < edge;
    }
}
