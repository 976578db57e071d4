package dev.bulkhead.engine.wire;

import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.notification.ListenCounts;
import dev.bulkhead.engine.notification.Notification;
import dev.bulkhead.engine.notification.Notification.Sender;
import dev.bulkhead.engine.notification.RefusedMessages;
import dev.bulkhead.engine.notification.RefusedMessages.Reason;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.util.EnumMap;
import java.util.Map;

/** Notifications, and what was counted of them. */
final class NotificationCodec {
    private static final Reason[] REASONS = Reason.values();
    private static final SnmpVersion[] VERSIONS = SnmpVersion.values();
    private static final SecurityLevel[] LEVELS = SecurityLevel.values();

    private NotificationCodec() {}

    static void write(WireOut out, Notification notification) {
        out.instant(notification.time());
        out.text(notification.source());
        out.bool(notification.inform());
        switch (notification.sender()) {
            case Sender.Community(SnmpVersion version, Secret community) -> {
                out.octet(1);
                out.constant(version);
                out.text(community.reveal());
            }
            case Sender.User user -> {
                out.octet(2);
                out.text(user.securityName());
                out.constant(user.level());
                out.bytes(user.engineId().bytes());
                out.text(user.contextName());
            }
        }
        out.unsigned(notification.upTimeTicks());
        out.oid(notification.trapOid());
        out.optional(notification.v1(), NotificationCodec::writeV1);
        out.list(notification.varBinds(), ValueCodec::writeVarBind);
        out.text(notification.loss());
    }

    private static void writeV1(WireOut out, Notification.V1 v1) {
        out.oid(v1.enterprise());
        out.text(v1.agentAddress());
        out.signed(v1.genericTrap());
        out.signed(v1.specificTrap());
    }

    static Notification read(WireIn in) throws MalformedFrameException {
        return new Notification(
                in.instant(),
                in.text(),
                in.bool(),
                readSender(in),
                in.unsigned(),
                in.oid(),
                in.optional(NotificationCodec::readV1),
                in.list(ValueCodec::readVarBind),
                in.text());
    }

    private static Sender readSender(WireIn in) throws MalformedFrameException {
        int tag = in.octet();
        return switch (tag) {
            case 1 -> new Sender.Community(in.constant(VERSIONS), new Secret(in.text()));
            case 2 ->
                    new Sender.User(
                            in.text(), in.constant(LEVELS), new OctetString(in.bytes()), in.text());
            default -> throw WireIn.unknown("sender", tag);
        };
    }

    private static Notification.V1 readV1(WireIn in) throws MalformedFrameException {
        return new Notification.V1(in.oid(), in.text(), in.integer(), in.integer());
    }

    static void writeCounts(WireOut out, ListenCounts counts) {
        out.unsigned(counts.received());
        for (Reason reason : REASONS) {
            out.unsigned(counts.refusedBy().counts().getOrDefault(reason, 0L));
        }
        out.unsigned(counts.overLimit());
        out.unsigned(counts.droppedByQueue());
        out.unsigned(counts.droppedByKernel());
        out.unsigned(counts.sessionsRefused());
    }

    static ListenCounts readCounts(WireIn in) throws MalformedFrameException {
        return new ListenCounts(
                in.unsigned(),
                readRefused(in),
                in.unsigned(),
                in.unsigned(),
                in.unsigned(),
                in.unsigned());
    }

    private static RefusedMessages readRefused(WireIn in) throws MalformedFrameException {
        Map<Reason, Long> counts = new EnumMap<>(Reason.class);
        for (Reason reason : REASONS) {
            counts.put(reason, in.unsigned());
        }
        return new RefusedMessages(counts);
    }
}
