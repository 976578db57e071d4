package dev.bulkhead.app.notification;

import dev.bulkhead.mibs.smi.Oid;

/** sysUpTime.0, by whose definition a notification's time since start is put into words. */
final class UpTime {
    static final Oid OID = Oid.parse("1.3.6.1.2.1.1.3.0");

    private UpTime() {}
}
