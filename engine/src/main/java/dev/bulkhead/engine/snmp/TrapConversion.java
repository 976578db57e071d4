package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.notification.Notification;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snmp4j.PDU;
import org.snmp4j.PDUv1;
import org.snmp4j.smi.IpAddress;

/** Between the Trap-PDU of SNMPv1 and notifications of SNMPv2 (RFC 3584 §3). */
final class TrapConversion {
    /** snmpTrapOID.0 (RFC 3418). */
    static final Oid SNMP_TRAP_OID = Oid.parse("1.3.6.1.6.3.1.1.4.1.0");

    static final Oid NONE = Oid.of(0, 0);

    /** snmpTrapEnterprise.0 (RFC 3418). */
    private static final Oid SNMP_TRAP_ENTERPRISE = Oid.parse("1.3.6.1.6.3.1.1.4.3.0");

    /** snmpTrapAddress.0 (RFC 3584 §3.1). */
    private static final Oid SNMP_TRAP_ADDRESS = Oid.parse("1.3.6.1.6.3.18.1.3.0");

    /** snmpTraps: coldStart is 1 below, egpNeighborLoss 6 (RFC 3418). */
    private static final Oid SNMP_TRAPS = Oid.parse("1.3.6.1.6.3.1.1.5");

    private static final int ENTERPRISE_SPECIFIC = 6;

    private TrapConversion() {}

    /** snmpTrapOID of a Trap-PDU (RFC 3584 §3.1). */
    static Oid trapOid(Notification.V1 trap) {
        return trap.genericTrap() >= 0 && trap.genericTrap() < ENTERPRISE_SPECIFIC
                ? SNMP_TRAPS.append(trap.genericTrap() + 1L)
                : trap.enterprise().append(0).append(trap.specificTrap() & 0xFFFF_FFFFL);
    }

    static Notification.V1 v1(PDUv1 pdu) {
        return new Notification.V1(
                Oid.ofUnsigned(pdu.getEnterprise().getValue()),
                pdu.getAgentAddress().toString(),
                pdu.getGenericTrap(),
                pdu.getSpecificTrap());
    }

    /** A notification as a Trap-PDU (RFC 3584 §3.2). */
    static void fill(PDUv1 pdu, JobSpec.Notify notify) {
        Oid trapOid = notify.trapOid();
        boolean generic =
                trapOid.startsWith(SNMP_TRAPS)
                        && trapOid.size() == SNMP_TRAPS.size() + 1
                        && trapOid.last() >= 1
                        && trapOid.last() <= ENTERPRISE_SPECIFIC;
        Optional<Oid> told =
                value(notify.varBinds(), SNMP_TRAP_ENTERPRISE)
                        .filter(SmiValue.ObjectIdentifier.class::isInstance)
                        .map(value -> ((SmiValue.ObjectIdentifier) value).oid());
        pdu.setType(PDU.V1TRAP);
        pdu.setTimestamp(notify.upTimeTicks());
        pdu.setGenericTrap(generic ? (int) trapOid.last() - 1 : ENTERPRISE_SPECIFIC);
        pdu.setSpecificTrap(generic ? 0 : (int) trapOid.last());
        pdu.setEnterprise(Values.toOid(generic ? told.orElse(SNMP_TRAPS) : enterpriseOf(trapOid)));
        pdu.setAgentAddress(
                value(notify.varBinds(), SNMP_TRAP_ADDRESS)
                        .filter(SmiValue.IpAddress.class::isInstance)
                        .map(value -> new IpAddress(((SmiValue.IpAddress) value).bytes()))
                        .orElseGet(() -> new IpAddress(new byte[4])));
        for (VarBind varBind : notify.varBinds()) {
            if (!varBind.name().equals(SNMP_TRAP_ENTERPRISE)
                    && !varBind.name().equals(SNMP_TRAP_ADDRESS)) {
                pdu.add(Values.toVarBind(varBind));
            }
        }
    }

    /** Without its last sub-identifier, and without a zero before that. */
    private static Oid enterpriseOf(Oid trapOid) {
        Oid above = trapOid.size() > 1 ? trapOid.parent() : trapOid;
        return above.size() > 1 && above.last() == 0 ? above.parent() : above;
    }

    private static Optional<SmiValue> value(List<VarBind> varBinds, Oid name) {
        return varBinds.stream()
                .filter(varBind -> varBind.name().equals(name))
                .map(VarBind::value)
                .findFirst();
    }

    /** The variables of a notification: sysUpTime and snmpTrapOID first (RFC 3416 §4.2.6). */
    static List<VarBind> varBinds(JobSpec.Notify notify) {
        List<VarBind> all = new ArrayList<>(notify.varBinds().size() + 2);
        all.add(
                new VarBind(
                        PolledTarget.SYS_UP_TIME, new SmiValue.TimeTicks(notify.upTimeTicks())));
        all.add(new VarBind(SNMP_TRAP_OID, new SmiValue.ObjectIdentifier(notify.trapOid())));
        all.addAll(notify.varBinds());
        return all;
    }

    /** What a notification of SNMPv2 says of itself. */
    record Head(long upTimeTicks, Oid trapOid, List<VarBind> rest) {
        static Head of(List<VarBind> varBinds) {
            long upTime = 0;
            Oid trapOid = NONE;
            List<VarBind> rest = new ArrayList<>(varBinds.size());
            for (VarBind varBind : varBinds) {
                if (varBind.name().equals(PolledTarget.SYS_UP_TIME)
                        && varBind.value() instanceof SmiValue.TimeTicks(long ticks)) {
                    upTime = ticks;
                } else if (varBind.name().equals(SNMP_TRAP_OID)
                        && varBind.value() instanceof SmiValue.ObjectIdentifier(Oid oid)) {
                    trapOid = oid;
                } else {
                    rest.add(varBind);
                }
            }
            return new Head(upTime, trapOid, rest);
        }
    }
}
