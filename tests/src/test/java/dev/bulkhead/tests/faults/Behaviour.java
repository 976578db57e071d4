package dev.bulkhead.tests.faults;

import java.util.List;
import java.util.Optional;

/**
 * How an agent behaves: well, but for what is overridden. The methods are called in the order of a
 * request's way through an agent; those that a fault most often needs are to be had as lambdas. One
 * behaviour serves one agent and may have a state. On the agent's thread.
 */
interface Behaviour {
    /** An agent without a fault. */
    static Behaviour good() {
        return new Behaviour() {};
    }

    /** The device that is told of. */
    default Device device() {
        return new Device();
    }

    /** How it deals with SNMPv3. */
    default Security security() {
        return new Security() {};
    }

    /** The device that is told of from now on. */
    default Device prepare(int number, Device before) {
        return before;
    }

    /** Whether the request arrives. */
    default boolean hears(Asked asked) {
        return true;
    }

    /** What follows a name in the tree; empty at its end. */
    default Optional<Pdu.Variable> step(Asked asked, Name from) {
        return asked.device().next(from);
    }

    /** How it says that nothing follows. */
    default End end(Asked asked) {
        return asked.v1() ? End.NO_SUCH_NAME : End.OF_MIB_VIEW;
    }

    /** Rows that it gives when a GETBULK asks for some. */
    default int rows(int asked) {
        return asked;
    }

    /** The PDU that it answers with. */
    default Pdu answer(Asked asked, Pdu good) {
        return good;
    }

    /** The message around it, of v1 and v2c. */
    default CommunityMessage message(Asked asked, CommunityMessage good) {
        return good;
    }

    /** The octets of the message. */
    default byte[] octets(Asked asked, byte[] good) {
        return good;
    }

    /** What is sent for it. */
    default List<Datagram> send(Asked asked, byte[] answer) {
        return List.of(Datagram.now(answer));
    }

    /** What stands for the end of the tree. */
    enum End {
        NO_SUCH_NAME,
        OF_MIB_VIEW,
        NULL_VALUE,
        GEN_ERR
    }

    /** A fault of what arrives. */
    interface Hearing extends Behaviour {
        @Override
        boolean hears(Asked asked);
    }

    /** A fault of the order of the tree. */
    interface Stepping extends Behaviour {
        @Override
        Optional<Pdu.Variable> step(Asked asked, Name from);
    }

    /** A fault of the PDU. */
    interface Answering extends Behaviour {
        @Override
        Pdu answer(Asked asked, Pdu good);
    }

    /** A fault of the message. */
    interface Wrapping extends Behaviour {
        @Override
        CommunityMessage message(Asked asked, CommunityMessage good);
    }

    /** A fault of the octets. */
    interface Spoiling extends Behaviour {
        @Override
        byte[] octets(Asked asked, byte[] good);
    }

    /** A fault of the sending. */
    interface Sending extends Behaviour {
        @Override
        List<Datagram> send(Asked asked, byte[] answer);
    }

    /** A fault of what the device has. */
    interface Owning extends Behaviour {
        @Override
        Device device();
    }

    static Behaviour hearing(Hearing fault) {
        return fault;
    }

    static Behaviour stepping(Stepping fault) {
        return fault;
    }

    static Behaviour answering(Answering fault) {
        return fault;
    }

    static Behaviour wrapping(Wrapping fault) {
        return fault;
    }

    static Behaviour spoiling(Spoiling fault) {
        return fault;
    }

    static Behaviour sending(Sending fault) {
        return fault;
    }

    static Behaviour owning(Owning fault) {
        return fault;
    }

    /** A fault of the end of the tree. */
    static Behaviour ending(End how) {
        return new Behaviour() {
            @Override
            public End end(Asked asked) {
                return how;
            }
        };
    }

    /** A fault of SNMPv3. */
    static Behaviour of(Security fault) {
        return new Behaviour() {
            @Override
            public Security security() {
                return fault;
            }
        };
    }
}
