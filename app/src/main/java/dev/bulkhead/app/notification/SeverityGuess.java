package dev.bulkhead.app.notification;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.engine.notification.Notification;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How bad a notification is before any rule: by a variable that says so, such as an alarm's
 * perceived severity, else by what is known of well-known notifications, else information. Any
 * thread.
 */
final class SeverityGuess {
    private static final Map<Oid, Severity> KNOWN = known();

    private SeverityGuess() {}

    private static Map<Oid, Severity> known() {
        Map<Oid, Severity> known = new HashMap<>();
        put(known, "1.3.6.1.6.3.1.1.5.1", Severity.WARNING); // coldStart, RFC 3418
        put(known, "1.3.6.1.6.3.1.1.5.2", Severity.WARNING); // warmStart
        put(known, "1.3.6.1.6.3.1.1.5.3", Severity.CRITICAL); // linkDown, RFC 2863
        put(known, "1.3.6.1.6.3.1.1.5.4", Severity.INFO); // linkUp
        put(known, "1.3.6.1.6.3.1.1.5.5", Severity.WARNING); // authenticationFailure
        put(known, "1.3.6.1.6.3.1.1.5.6", Severity.WARNING); // egpNeighborLoss, RFC 1157
        put(known, "1.3.6.1.2.1.15.0.1", Severity.INFO); // bgpEstablishedNotification, RFC 4273
        put(known, "1.3.6.1.2.1.15.0.2", Severity.CRITICAL); // bgpBackwardTransNotification
        put(known, "1.3.6.1.2.1.15.7.1", Severity.INFO); // bgpEstablished
        put(known, "1.3.6.1.2.1.15.7.2", Severity.CRITICAL); // bgpBackwardTransition
        put(known, "1.3.6.1.2.1.14.16.2.2", Severity.WARNING); // ospfNbrStateChange, RFC 4750
        put(known, "1.3.6.1.2.1.14.16.2.16", Severity.WARNING); // ospfIfStateChange
        put(known, "1.3.6.1.2.1.16.0.1", Severity.WARNING); // risingAlarm, RFC 2819
        put(known, "1.3.6.1.2.1.16.0.2", Severity.INFO); // fallingAlarm
        put(known, "1.3.6.1.2.1.17.0.1", Severity.WARNING); // newRoot, RFC 4188
        put(known, "1.3.6.1.2.1.17.0.2", Severity.WARNING); // topologyChange
        put(known, "1.3.6.1.2.1.33.2.1", Severity.CRITICAL); // upsTrapOnBattery, RFC 1628
        put(known, "1.3.6.1.2.1.33.2.3", Severity.WARNING); // upsTrapAlarmEntryAdded
        put(known, "1.3.6.1.2.1.33.2.4", Severity.CLEARED); // upsTrapAlarmEntryRemoved
        put(known, "1.3.6.1.2.1.68.0.1", Severity.WARNING); // vrrpTrapNewMaster, RFC 2787
        put(known, "1.3.6.1.2.1.88.2.0.1", Severity.WARNING); // mteTriggerFired, RFC 2981
        put(known, "1.3.6.1.2.1.88.2.0.4", Severity.WARNING); // mteTriggerFailure
        put(known, "1.3.6.1.4.1.8072.4.0.2", Severity.WARNING); // nsNotifyShutdown of net-snmp
        return Map.copyOf(known);
    }

    private static void put(Map<Oid, Severity> known, String oid, Severity severity) {
        known.put(Oid.parse(oid), severity);
    }

    static Severity of(Notification notification, MibNames names) {
        for (VarBind varBind : notification.varBinds()) {
            Optional<Severity> told = told(varBind, names);
            if (told.isPresent()) {
                return told.get();
            }
        }
        return KNOWN.getOrDefault(notification.trapOid(), Severity.INFO);
    }

    /** By an enumeration whose object or type is called a severity. */
    private static Optional<Severity> told(VarBind varBind, MibNames names) {
        if (!(varBind.value() instanceof SmiValue.Integer32(int number))) {
            return Optional.empty();
        }
        Optional<ObjectType> object = names.object(varBind.name());
        return object.filter(SeverityGuess::isSeverity)
                .flatMap(found -> found.syntax().label(number))
                .flatMap(Severity::ofLabel);
    }

    private static boolean isSeverity(ObjectType object) {
        return (object.name() + ' ' + object.syntax().declaredType())
                .toLowerCase(Locale.ROOT)
                .contains("severity");
    }
}
