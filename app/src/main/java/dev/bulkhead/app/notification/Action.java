package dev.bulkhead.app.notification;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What a rule does with a notification that it is for. */
public sealed interface Action {
    /** Calls it so bad. */
    record SetSeverity(Severity severity) implements Action {}

    /** Forgets it; no later rule sees it. */
    record Drop() implements Action {}

    /**
     * Runs a program with these arguments, never through a shell; {@code {source}} and the like in
     * them are filled in, and the whole notification comes as JSON at its standard input.
     */
    record Run(List<String> command) implements Action {
        public Run {
            command = List.copyOf(command);
        }
    }

    /**
     * Sends it on as a trap, or as an inform.
     *
     * @param to {@code host} or {@code host:port}
     * @param credential the name of a stored one; empty: v2c with the community {@code public}
     */
    record Forward(String to, Optional<String> credential, boolean inform) implements Action {}

    /**
     * Sends a line of syslog (RFC 5424), in a datagram (RFC 5426) or counted over TCP (RFC 6587).
     *
     * @param to {@code host} or {@code host:port}
     */
    record Syslog(String to, boolean tcp) implements Action {}

    /**
     * Posts it as JSON.
     *
     * @param to http or https, without a user or password in it
     * @param credential a stored community that is sent as a bearer token (RFC 6750); empty: none
     */
    record Webhook(URI to, Optional<String> credential) implements Action {}

    /** Which of them, for choices, words and files. */
    enum Kind {
        SEVERITY,
        DROP,
        COMMAND,
        FORWARD,
        SYSLOG,
        WEBHOOK
    }

    /** Which of them it is. */
    default Kind kind() {
        return switch (this) {
            case SetSeverity _ -> Kind.SEVERITY;
            case Drop _ -> Kind.DROP;
            case Run _ -> Kind.COMMAND;
            case Forward _ -> Kind.FORWARD;
            case Syslog _ -> Kind.SYSLOG;
            case Webhook _ -> Kind.WEBHOOK;
        };
    }

    /** Whether it leaves the program. */
    default boolean isDelivery() {
        return !(this instanceof SetSeverity || this instanceof Drop);
    }
}
