package dev.bulkhead.tests.faults;

import java.util.Optional;

/** How an agent deals with SNMPv3: well, but for what is overridden. On the agent's thread. */
interface Security {
    /** The engine that the agent is. */
    default UsmEngine engine() {
        return new UsmEngine(UsmEngine.idOf("rig-0"), 5);
    }

    /** Before each message. */
    default void prepare(UsmEngine engine, int number) {}

    /** Whether a message arrives. */
    default boolean hears(V3Message message) {
        return true;
    }

    /** What it objects to in a message. */
    default Optional<UsmReport> report(UsmEngine engine, V3Message message) {
        return engine.objection(message);
    }

    /** The request ID in reports. */
    default int reportedRequestId() {
        return 0;
    }

    /** The message with an answer. */
    default byte[] seal(UsmEngine engine, V3Message request, Pdu asked, byte[] scoped) {
        return engine.message(request.id(), request.flags() & 3, scoped);
    }

    /** A fault of the sealing. */
    interface Sealing extends Security {
        @Override
        byte[] seal(UsmEngine engine, V3Message request, Pdu asked, byte[] scoped);
    }

    /** A fault of the engine. */
    interface Being extends Security {
        @Override
        UsmEngine engine();
    }

    /** A fault that comes with time. */
    interface Preparing extends Security {
        @Override
        void prepare(UsmEngine engine, int number);
    }

    static Security sealing(Sealing fault) {
        return fault;
    }

    static Security being(Being fault) {
        return fault;
    }

    static Security preparing(Preparing fault) {
        return fault;
    }

    /** Refuses whatever names its engine, with one report. */
    static Security refusing(UsmReport report) {
        return new Security() {
            @Override
            public Optional<UsmReport> report(UsmEngine engine, V3Message message) {
                return message.engineId().length == 0
                        ? engine.objection(message)
                        : Optional.of(report);
            }
        };
    }
}
