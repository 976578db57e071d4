package dev.bulkhead.tests.faults;

import static dev.bulkhead.tests.faults.Security.being;
import static dev.bulkhead.tests.faults.Security.preparing;
import static dev.bulkhead.tests.faults.Security.refusing;
import static dev.bulkhead.tests.faults.Security.sealing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Group F: SNMPv3. */
@SuppressWarnings("ImmutableEnumChecker") // suppliers without state
enum UsmFault implements Fault {
    V3_DUP_ENGINE(
            "both are polled; at most one notInTimeWindow a round; a warning names both",
            () -> being(() -> new UsmEngine(UsmEngine.idOf("rig-0"), 5))),
    V3_SAME_USER(
            "both work at the same time in one worker",
            () -> being(() -> new UsmEngine(UsmEngine.idOf("rig-0"), 5))),
    V3_REBOOT(
            "synchronises by the notInTimeWindow report; at most one poll is lost",
            () ->
                    preparing((engine, number) -> {
                        if (number == Targets.CHANGE_AT) {
                            engine.boots(6);
                            engine.clock(0, 1);
                        }
                    })),
    V3_BOOTS_BACK(
            "a clear error; recovers by discovery within a round",
            () ->
                    preparing((engine, number) -> {
                        if (number == Targets.CHANGE_AT) {
                            engine.boots(1);
                            engine.clock(0, 1);
                        }
                    })),
    V3_BOOTS_MAX(
            "says that the agent must be reconfigured",
            () -> being(() -> new UsmEngine(UsmEngine.idOf("rig-0"), Integer.MAX_VALUE))),
    V3_TIME_FROZEN(
            "works, then synchronises again",
            () ->
                    preparing((engine, number) -> {
                        // As after hours with a clock that stands still.
                        engine.clock(number < Targets.CHANGE_AT ? 5_000 : 1_000, 0);
                    })),
    V3_TIME_DRIFT(
            "works by synchronising again; no permanent failure",
            () ->
                    preparing((engine, number) -> {
                        if (number == 1) {
                            engine.clock(1_000, 400);
                        }
                    })),
    V3_ENGINE_CHANGE(
            "finds the new engine; at most one poll is lost; the log tells",
            () ->
                    preparing((engine, number) -> {
                        if (number == Targets.CHANGE_AT) {
                            engine.rename(UsmEngine.idOf("new-0"));
                            engine.boots(1);
                            engine.clock(0, 1);
                        }
                    })),
    V3_ENGINE_SHORT(
            "taken with a warning, or a clear error",
            () -> being(() -> new UsmEngine(Ber.octets(0x80, 0, 0x1F, 0x88), 5))),
    V3_ENGINE_LONG(
            "a clear error; no crash",
            () -> being(() -> new UsmEngine(UsmEngine.idOf("L".repeat(59)), 5))),
    V3_BAD_MAC(
            "dropped: authentication failure; never shown as data",
            () -> sealing(UsmFault::wrongDigest)),
    V3_WRONG_DIGEST(
            "at once: the authentication passphrase or protocol is wrong",
            () -> refusing(UsmReport.WRONG_DIGESTS)),
    V3_UNKNOWN_USER("at once: unknown user", () -> refusing(UsmReport.UNKNOWN_USER_NAMES)),
    V3_DECRYPT_ERROR(
            "at once: the privacy passphrase or protocol is wrong",
            () -> refusing(UsmReport.DECRYPTION_ERRORS)),
    V3_SEC_LEVEL(
            "at once: the security level is not supported",
            () -> refusing(UsmReport.UNSUPPORTED_SEC_LEVELS)),
    V3_WINDOW_LOOP(
            "gives up after three exchanges at most",
            () -> refusing(UsmReport.NOT_IN_TIME_WINDOWS)),
    V3_REPORT_REQID(
            "reports are matched by the message ID",
            () ->
                    new Security() {
                        @Override
                        public int reportedRequestId() {
                            return Integer.MAX_VALUE;
                        }
                    }),
    V3_DOWNGRADE(
            "rejected: no value below the level that was asked",
            () ->
                    sealing((engine, request, asked, scoped) ->
                            engine.message(request.id(), 0, scoped))),
    V3_FAKE_REPORT("never shown as data", () -> sealing(UsmFault::fakeReport)),
    V3_WRONG_MSGID(
            "dropped",
            () ->
                    sealing((engine, request, asked, scoped) ->
                            engine.message(request.id() + 1_000, request.flags() & 3, scoped))),
    V3_NO_DISCOVERY(
            "times out with a hint; an engine ID that is typed in works",
            () ->
                    new Security() {
                        @Override
                        public boolean hears(V3Message message) {
                            return message.engineId().length > 0;
                        }
                    });

    /** What a forged report says in place of each value. */
    static final String FORGED = "FORGED";

    private final String must;
    private final Supplier<Security> security;

    UsmFault(String must, Supplier<Security> security) {
        this.must = must;
        this.security = security;
    }

    @Override
    public String must() {
        return must;
    }

    @Override
    public Behaviour behaviour() {
        return Behaviour.of(security.get());
    }

    private static byte[] wrongDigest(
            UsmEngine engine, V3Message request, Pdu asked, byte[] scoped) {
        byte[] message = engine.message(request.id(), request.flags() & 3, scoped);
        message[V3Message.read(message).digestAt()] ^= (byte) 0xFF;
        return message;
    }

    private static byte[] fakeReport(
            UsmEngine engine, V3Message request, Pdu asked, byte[] scoped) {
        List<Pdu.Variable> forged = new ArrayList<>();
        for (Name name : asked.names()) {
            forged.add(Pdu.Variable.of(name, Ber.text(FORGED)));
        }
        Pdu report = new Pdu(Pdu.REPORT, asked.requestId(), 0, 0, forged);
        return engine.message(request.id(), 0, engine.scoped(report));
    }
}
