package dev.bulkhead.app.history;

import java.time.Duration;

/**
 * What a series is, in words that need no MIB to be read again.
 *
 * @param address host and port of the target; no credential is ever kept
 * @param device what the user calls the target
 * @param oid of the instance, dotted
 * @param name such as {@code ifHCInOctets.9}
 * @param syntax the base type in the words of RFC 2578, such as {@code Counter64}
 * @param unit of what is drawn, such as {@code b/s}; "" for plain numbers
 * @param every how often a value is expected
 */
public record SeriesKey(
        String address,
        String device,
        String oid,
        String name,
        String syntax,
        String unit,
        Duration every) {}
