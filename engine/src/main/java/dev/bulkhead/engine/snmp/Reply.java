package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.sample.ErrorStatus;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.VarBind;
import java.util.List;
import java.util.Optional;

/** What became of a {@link Question}. */
sealed interface Reply {
    /**
     * A Response-PDU.
     *
     * @param errorIndex 1-based, 0 for none; may be anything from a faulty agent
     * @param roundTripNanos from the last sending to the answer
     * @param octets of the message, or about as many
     * @param retried whether the request had to be sent more than once
     * @param loss why there are fewer variables than were sent
     */
    record Answer(
            ErrorStatus error,
            int errorIndex,
            List<VarBind> varBinds,
            long roundTripNanos,
            int octets,
            boolean retried,
            Optional<String> loss)
            implements Reply {}

    /** There is none. */
    record NoAnswer(Failure failure) implements Reply {}
}
