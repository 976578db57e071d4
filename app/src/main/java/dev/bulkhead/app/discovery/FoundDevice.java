package dev.bulkhead.app.discovery;

import dev.bulkhead.app.agent.Device;
import dev.bulkhead.app.query.Inert;
import dev.bulkhead.engine.discovery.Discovery;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * A line of what a sweep found.
 *
 * @param position the endpoint's number in the sweep
 * @param name its sysName, inert; "" if it did not say
 * @param description its sysDescr, inert
 * @param credential the name of the one it takes; empty if it takes none
 * @param roundTrip empty if it refused
 */
public record FoundDevice(
        long position,
        String host,
        int port,
        String address,
        String name,
        String description,
        Optional<String> credential,
        Optional<Duration> roundTrip) {
    private static final Oid SYS_DESCR = Oid.of(1, 3, 6, 1, 2, 1, 1, 1, 0);
    private static final Oid SYS_NAME = Oid.of(1, 3, 6, 1, 2, 1, 1, 5, 0);

    static FoundDevice of(Discovery.Answered answered, String credential) {
        return new FoundDevice(
                answered.position(),
                answered.host(),
                answered.port(),
                answered.address(),
                text(answered, SYS_NAME),
                text(answered, SYS_DESCR),
                Optional.of(credential),
                Optional.of(answered.roundTrip()));
    }

    static FoundDevice of(Discovery.Refused refused, String why) {
        return new FoundDevice(
                refused.position(),
                refused.host(),
                refused.port(),
                refused.address(),
                "",
                Inert.text(why),
                Optional.empty(),
                Optional.empty());
    }

    private static String text(Discovery.Answered answered, Oid instance) {
        return answered.varBinds().stream()
                .filter(varBind -> varBind.name().equals(instance))
                .map(VarBind::value)
                .filter(SmiValue.OctetString.class::isInstance)
                .map(value -> ((SmiValue.OctetString) value).bytes())
                .map(octets -> Inert.text(new String(octets, StandardCharsets.UTF_8)))
                .findFirst()
                .orElse("");
    }

    /** What to ask: under its own name, or else its address. */
    Device device() {
        Device at = new Device(host, host, port);
        return new Device(name.isBlank() ? at.address() : name.strip(), host, port);
    }
}
