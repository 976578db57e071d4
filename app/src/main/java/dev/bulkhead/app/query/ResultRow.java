package dev.bulkhead.app.query;

import dev.bulkhead.engine.sample.VarBind;
import java.time.Duration;

/**
 * One value of a run. Its texts are made only when it is seen.
 *
 * @param address who gave it, {@code host:port}
 * @param roundTrip how long its request took
 */
public record ResultRow(VarBind varBind, String address, Duration roundTrip) {}
