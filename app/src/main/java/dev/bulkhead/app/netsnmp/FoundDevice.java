package dev.bulkhead.app.netsnmp;

import java.time.Duration;
import java.util.Optional;

/**
 * A device that net-snmp's files name: a {@code hosts/NAME.conf} or an {@code alias}.
 *
 * @param address as net-snmp writes it: {@code tcp:HOST:PORT}
 * @param credential the name of the one to ask it with; "" if the files give none
 * @param timeout of one request, if the files say
 * @param retries if the files say, 0..20
 */
public record FoundDevice(
        String name,
        String address,
        String credential,
        Optional<Duration> timeout,
        Optional<Integer> retries,
        Place place) {}
