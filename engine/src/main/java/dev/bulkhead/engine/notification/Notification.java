package dev.bulkhead.engine.notification;

import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A notification as it was received: a trap, or an inform, which was answered (RFC 3416 §4.2.6,
 * §4.2.7; Trap-PDU of RFC 1157 §4.1.6).
 *
 * @param time when it came, by the wall clock
 * @param source who sent it, {@code address:port}
 * @param inform whether its sender wanted an answer, and got it
 * @param sender how it identified itself
 * @param upTimeTicks sysUpTime of the sender, hundredths of a second
 * @param trapOid snmpTrapOID; for a Trap-PDU what RFC 3584 §3.1 makes of it; 0.0 if there is none
 * @param v1 what only a Trap-PDU has
 * @param varBinds without sysUpTime and snmpTrapOID; a value that is broken is told as such
 * @param loss why they are not all that were sent, in words; empty if they are
 */
public record Notification(
        Instant time,
        String source,
        boolean inform,
        Sender sender,
        long upTimeTicks,
        Oid trapOid,
        Optional<V1> v1,
        List<VarBind> varBinds,
        String loss) {
    public Notification {
        varBinds = List.copyOf(varBinds);
    }

    /** How a sender identified itself. */
    public sealed interface Sender {
        SnmpVersion version();

        /** By a community. */
        record Community(SnmpVersion version, Secret community) implements Sender {}

        /** By a user, whose message passed what its level asks for. */
        record User(
                String securityName, SecurityLevel level, OctetString engineId, String contextName)
                implements Sender {
            @Override
            public SnmpVersion version() {
                return SnmpVersion.V3;
            }
        }
    }

    /**
     * What only a Trap-PDU has (RFC 1157 §4.1.6).
     *
     * @param agentAddress of the object that made it, in dots
     */
    public record V1(Oid enterprise, String agentAddress, int genericTrap, int specificTrap) {}
}
