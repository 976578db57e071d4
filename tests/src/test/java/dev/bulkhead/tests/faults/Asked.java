package dev.bulkhead.tests.faults;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/**
 * A request that came to a hostile agent.
 *
 * @param number of all requests, from 1
 * @param copy how often it came so far, from 1: a second one is a retry
 * @param v1 whether it is of version 1
 * @param octets the whole message
 * @param previous the answer sent last
 * @param age of the agent
 * @param random the same sequence in each run
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Asked(
        int number,
        int copy,
        boolean v1,
        Pdu pdu,
        byte[] octets,
        Device device,
        Optional<byte[]> previous,
        Duration age,
        Random random) {
    boolean isBulk() {
        return pdu.type() == Pdu.GET_BULK;
    }

    boolean isGet() {
        return pdu.type() == Pdu.GET;
    }

    int size() {
        return pdu.variables().size();
    }
}
