package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Endpoint;
import dev.bulkhead.engine.sample.Failure;
import java.io.IOException;
import java.net.BindException;
import java.net.SocketException;
import java.util.Locale;

/** Why a port cannot be listened at, and the command that helps. */
final class ListenAdvice {
    private static final int FIRST_FREE = 1024;
    private static final int INSTEAD = 10_000;

    private ListenAdvice() {}

    static Failure failure(Endpoint endpoint, IOException e) {
        String what = "cannot listen at " + endpoint.address() + ": " + e.getMessage();
        return new Failure.LocalProblem(what, advice(endpoint, e));
    }

    private static String advice(Endpoint endpoint, IOException e) {
        int port = endpoint.port();
        boolean stream = endpoint.transport().isReliable();
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("permission") && port < FIRST_FREE) {
            int other = port + INSTEAD;
            return "Ports below 1024 are the administrator's. Listen at port "
                    + other
                    + " and let the system redirect to it: sudo iptables -t nat -A PREROUTING -p "
                    + (stream ? "tcp" : "udp")
                    + " --dport "
                    + port
                    + " -j REDIRECT --to-ports "
                    + other;
        }
        if (message.contains("in use")) {
            return "Another program has this port, often snmptrapd. It shows itself with: sudo ss"
                    + (stream ? " -ltnp" : " -lunp")
                    + " 'sport = :"
                    + port
                    + "'. Stop it, or listen at another port.";
        }
        return e instanceof BindException || e instanceof SocketException
                ? "Give an address of this machine, 0.0.0.0 for all of IPv4, or :: for all."
                : "Check the address.";
    }
}
