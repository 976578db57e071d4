package dev.bulkhead.engine.sample;

import dev.bulkhead.mibs.smi.Oid;
import java.time.Duration;
import java.util.Optional;

/** Why there is no answer, or no more of it: an expected failure, with a sentence for the user. */
public sealed interface Failure {
    /** What happened, with its values, in one sentence without a final full stop. */
    String message();

    /** What to try, in one sentence. */
    String advice();

    /**
     * No answer to a request and its retries.
     *
     * @param heard what came from there instead and does not answer it, in words; empty for nothing
     */
    record Timeout(String address, Duration waited, int retries, String heard) implements Failure {
        /** In place of what was heard: a v3 agent did not say who it is (RFC 3414 §4). */
        public static final String NO_DISCOVERY = "not even to the discovery of its SNMP engine";

        /** Nothing came. */
        public Timeout(String address, Duration waited, int retries) {
            this(address, waited, retries, "");
        }

        @Override
        public String message() {
            return "no answer from %s after %s s (%d %s)%s"
                    .formatted(
                            address,
                            seconds(waited),
                            retries,
                            retries == 1 ? "retry" : "retries",
                            addition());
        }

        private String addition() {
            if (heard.isEmpty() || heard.equals(NO_DISCOVERY)) {
                return heard.isEmpty() ? "" : ", " + heard;
            }
            return ", but " + heard;
        }

        @Override
        public String advice() {
            if (heard.equals(NO_DISCOVERY)) {
                return "Check the address, and that v3 is switched on there and no firewall or"
                        + " access list is in the way; an agent that answers no discovery needs"
                        + " its engine ID given by hand (-e).";
            }
            if (!heard.isEmpty()) {
                return "Something answers there, but not as the protocol wants it; -d shows each"
                        + " packet.";
            }
            return "Check the address, the community or user, and that a firewall or access list"
                    + " lets this machine ask; -t and -r wait longer.";
        }

        private static String seconds(Duration waited) {
            long tenths = Math.round(waited.toMillis() / 100.0);
            return tenths % 10 == 0 ? "" + tenths / 10 : tenths / 10 + "." + tenths % 10;
        }
    }

    /**
     * The agent answered with an error.
     *
     * @param errorIndex 1-based place of the variable at fault; 0 if the agent names none
     * @param name that variable's name
     */
    record ErrorResponse(String address, ErrorStatus status, int errorIndex, Optional<Oid> name)
            implements Failure {
        @Override
        public String message() {
            return "%s answered %s (%d)%s"
                    .formatted(
                            address,
                            status.rfcName(),
                            status.number(),
                            name.map(oid -> " for " + oid.toDottedString()).orElse(""));
        }

        @Override
        public String advice() {
            return switch (status) {
                case NO_SUCH_NAME -> "A v1 agent has no such variable, or it may not be written.";
                case TOO_BIG -> "Ask for less at once: fewer variables or repetitions (-Cr).";
                case NO_ACCESS, NOT_WRITABLE, READ_ONLY, AUTHORIZATION_ERROR ->
                        "This community or user may not do that: try one with more rights.";
                case WRONG_TYPE, WRONG_LENGTH, WRONG_ENCODING, WRONG_VALUE, BAD_VALUE ->
                        "The value does not fit the object: look at its syntax.";
                default -> "The agent refused: its own log may say why.";
            };
        }
    }

    /** A Report-PDU of the USM (RFC 3414 §3.2) or message processing came instead of an answer. */
    record Report(String address, String counter, String meaning) implements Failure {
        @Override
        public String message() {
            return "%s refused the message: %s (%s)".formatted(address, meaning, counter);
        }

        @Override
        public String advice() {
            return "Check the user name, the protocols and the passphrases of this device.";
        }
    }

    /** The name or address means nothing to this machine. */
    record UnknownHost(String host) implements Failure {
        @Override
        public String message() {
            return "the name " + host + " does not resolve to an address";
        }

        @Override
        public String advice() {
            return "Check its spelling, or use the address.";
        }
    }

    /** Nothing listens at the port, or there is no way there. */
    record Unreachable(String address, String cause) implements Failure {
        @Override
        public String message() {
            return address + " cannot be reached: " + cause;
        }

        @Override
        public String advice() {
            return "Check that the agent runs and listens at this port.";
        }
    }

    /**
     * No TLS or DTLS session with the agent came about, or it ended.
     *
     * @param detail what was seen, as a sentence without its first capital and full stop
     */
    record NoSecureSession(String address, Reason reason, String detail) implements Failure {
        /** What kind of reason; each has its own advice. */
        public enum Reason {
            NOT_TRUSTED(
                    "Compare the fingerprint with the one the device itself shows; if they are the"
                            + " same, trust it with -T their_identity=FINGERPRINT, or give its"
                            + " authority with -T trust_cert=FILE."),
            WRONG_NAME(
                    "Ask for the device by a name of its certificate, or expect that name with"
                            + " -T their_hostname=NAME, or trust this certificate alone with"
                            + " -T their_identity=FINGERPRINT."),
            EXPIRED(
                    "Give the device a new certificate, check this computer's clock, or trust this"
                            + " certificate nevertheless with -T their_identity=FINGERPRINT."),
            REFUSED_OURS(
                    "The device does not accept our certificate: give it the certificate of"
                            + " -T our_identity or its authority to trust, and map it to a user"
                            + " (snmpTlstmCertToTSNTable)."),
            NOT_TLS("Check that the agent speaks TLS or DTLS at this port; 10161 is usual."),
            TIMED_OUT(
                    "Check the address and the port (10161 is usual), and that a firewall lets this"
                            + " machine ask; -t and -r wait longer."),
            FAILED("The agent's log may say why; its TLS may be older than 1.2.");

            private final String advice;

            Reason(String advice) {
                this.advice = advice;
            }
        }

        @Override
        public String message() {
            return "no secure session with " + address + ": " + detail;
        }

        @Override
        public String advice() {
            return reason.advice;
        }
    }

    /** The agent gave an OID that is not after the one before (RFC 3416 §4.2.2). */
    record NotIncreasing(String address, Oid previous, Oid received) implements Failure {
        @Override
        public String message() {
            return "%s answered %s after %s: OID not increasing"
                    .formatted(address, received.toDottedString(), previous.toDottedString());
        }

        @Override
        public String advice() {
            return "The agent is faulty here; -Cc goes on nevertheless.";
        }
    }

    /** A limit of the job was reached. */
    record LimitReached(String limit) implements Failure {
        @Override
        public String message() {
            return "stopped at the limit of " + limit;
        }

        @Override
        public String advice() {
            return "Ask for a smaller part of the tree, or raise the limit.";
        }
    }

    /** An answer that breaks the protocol, such as an empty one. */
    record BadAnswer(String address, String what) implements Failure {
        @Override
        public String message() {
            return "%s sent a faulty answer: %s".formatted(address, what);
        }

        @Override
        public String advice() {
            return "The agent is faulty here; a smaller request may work.";
        }
    }

    /** A port or file of this machine could not be used. */
    record LocalProblem(String what, String advice) implements Failure {
        @Override
        public String message() {
            return what;
        }
    }

    /** The worker process was lost too often. */
    record WorkerLost(String reason) implements Failure {
        @Override
        public String message() {
            return "the worker process was given up: " + reason;
        }

        @Override
        public String advice() {
            return "Its last log lines are kept with the job; start the job again.";
        }
    }
}
