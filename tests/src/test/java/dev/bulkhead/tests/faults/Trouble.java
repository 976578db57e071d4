package dev.bulkhead.tests.faults;

import java.util.List;
import java.util.function.Supplier;

/** What may befall a device of a {@link Fleet}, and lasts until something else does. */
@SuppressWarnings("ImmutableEnumChecker") // suppliers without state
public enum Trouble {
    /** Not a trouble: the device is well. */
    NONE(Reach.ALL, Behaviour::good),
    SILENT(Reach.ALL, TransportFault.DROP_ALL::behaviour),
    LOSSY(Reach.ALL, TransportFault.DROP_HALF::behaviour),
    SLOW(Reach.ALL, TransportFault.SLOW::behaviour),
    SLOW_3S(Reach.ALL, TransportFault.SLOW_30S::behaviour),
    SLOW_30S(
            Reach.ALL,
            () -> Behaviour.sending((asked, answer) -> List.of(Datagram.after(30_000, answer)))),
    JITTER(Reach.ALL, TransportFault.JITTER::behaviour),
    DUPLICATES(Reach.ALL, TransportFault.DUP::behaviour),
    STALE_FIRST(Reach.ALL, TransportFault.STALE_FIRST::behaviour),
    OTHER_PORT(Reach.ALL, TransportFault.OTHER_PORT::behaviour),
    EMPTY_DATAGRAM(Reach.ALL, TransportFault.EMPTY_DATAGRAM::behaviour),
    ECHO(Reach.ALL, TransportFault.ECHO::behaviour),

    /** Its last answer again and again, some thousand times a second. */
    FLOODING(Reach.ALL, Behaviour::good),

    /** The same as fast as a thread can. */
    FLOODING_FAST(Reach.ALL, Behaviour::good),

    /** Nothing listens at its port. */
    CLOSED(Reach.ALL, Behaviour::good),

    /** It started anew: sysUpTime is 0, and a v3 engine has booted once more. */
    REBOOTED(Reach.ALL, Behaviour::good),

    /** Its interfaces have other numbers. */
    REINDEXED(Reach.ALL, Behaviour::good),
    WRONG_ID(Reach.ALL, HeaderFault.WRONG_REQID::behaviour),
    ZERO_ID(Reach.ALL, HeaderFault.ZERO_REQID::behaviour),
    WRONG_COMMUNITY(Reach.COMMUNITY, HeaderFault.WRONG_COMMUNITY::behaviour),
    WRONG_VERSION(Reach.COMMUNITY, HeaderFault.WRONG_VERSION::behaviour),
    WRONG_PDU(Reach.ALL, HeaderFault.WRONG_PDU::behaviour),
    GEN_ERR(Reach.ALL, HeaderFault.GEN_ERR::behaviour),
    TOO_BIG(Reach.ALL, HeaderFault.TOO_BIG_ALWAYS::behaviour),
    FIRST_ONLY(Reach.ALL, HeaderFault.FIRST_ONLY::behaviour),
    WRONG_NAMES(Reach.ALL, HeaderFault.WRONG_OID::behaviour),
    EMPTY_LIST(Reach.ALL, HeaderFault.EMPTY_VBL::behaviour),
    NULL_VALUES(Reach.ALL, ValueFault.NULL_VALUE::behaviour),
    TRUNCATED(Reach.ALL, StructureFault.TRUNCATED::behaviour),
    WRONG_LENGTH(Reach.ALL, StructureFault.LEN_OVER::behaviour),
    DEEP_NESTING(Reach.ALL, StructureFault.DEEP_NESTING::behaviour),
    FUZZ(Reach.ALL, StructureFault.FUZZ::behaviour),
    BOOTS_BACK(Reach.USER, Behaviour::good),
    ENGINE_CHANGED(Reach.USER, Behaviour::good),
    BAD_DIGEST(Reach.USER, UsmFault.V3_BAD_MAC::behaviour),
    WRONG_DIGEST(Reach.USER, UsmFault.V3_WRONG_DIGEST::behaviour),
    NEVER_IN_TIME(Reach.USER, UsmFault.V3_WINDOW_LOOP::behaviour);

    private enum Reach {
        ALL,
        COMMUNITY,
        USER
    }

    private final Reach reach;
    private final Supplier<Behaviour> behaviour;

    Trouble(Reach reach, Supplier<Behaviour> behaviour) {
        this.reach = reach;
        this.behaviour = behaviour;
    }

    /** Whether it may befall a device that is asked with v3, or one that is not. */
    public boolean mayBefall(boolean v3) {
        return switch (reach) {
            case ALL -> true;
            case COMMUNITY -> !v3;
            case USER -> v3;
        };
    }

    Behaviour behaviour() {
        return behaviour.get();
    }
}
