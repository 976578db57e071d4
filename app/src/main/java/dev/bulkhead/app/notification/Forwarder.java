package dev.bulkhead.app.notification;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.polling.JobStarter;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.engine.notification.Notification;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Sends notifications on, each as a job. Does not block. */
final class Forwarder {
    /** snmpTrapAddress.0, by which a receiver knows whose it was (RFC 3584 §3.1). */
    private static final Oid TRAP_ADDRESS = Oid.parse("1.3.6.1.6.3.18.1.3.0");

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Credential PUBLIC =
            new Credential.Community(SnmpVersion.V2C, new Secret("public"));

    private final JobStarter jobs;

    Forwarder(JobStarter jobs) {
        this.jobs = jobs;
    }

    /**
     * Starts a job.
     *
     * @param credential what the rule names, fetched; empty: none is named
     * @param ended what went wrong, in words; "" if nothing did
     */
    void send(
            Action.Forward to,
            Optional<Credential> credential,
            Notification notification,
            Consumer<String> ended) {
        HostPort at = HostPort.of(to.to(), Transport.UDP.notificationPort());
        Credential with = credential.orElse(PUBLIC);
        if (to.inform() && with.version() == SnmpVersion.V1) {
            ended.accept(Words.text("sender.wrong.v1-inform"));
            return;
        }
        Target target = new Target(at.host(), at.port(), with, TIMEOUT, 1);
        var _ =
                OneJob.run(
                        jobs,
                        new JobSpec.Notify(
                                target,
                                to.inform(),
                                notification.upTimeTicks(),
                                notification.trapOid(),
                                varBinds(notification)),
                        failure -> ended.accept(failure.map(why -> why.message()).orElse("")));
    }

    /** What cannot be sent again is left out; whose it was is put behind. */
    private static List<VarBind> varBinds(Notification notification) {
        List<VarBind> sent = new ArrayList<>();
        boolean told = false;
        for (VarBind varBind : notification.varBinds()) {
            boolean broken =
                    varBind.value() instanceof SmiValue.Malformed
                            || varBind.value() instanceof SmiValue.Marker;
            if (!broken) {
                sent.add(varBind);
            }
            told |= varBind.name().equals(TRAP_ADDRESS);
        }
        String host = NotificationLine.host(notification.source());
        if (!told && host.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
            sent.add(new VarBind(TRAP_ADDRESS, address(host)));
        }
        return sent;
    }

    private static SmiValue.IpAddress address(String dotted) {
        byte[] octets = new byte[4];
        String[] parts = dotted.split("\\.", -1);
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) Integer.parseInt(parts[i]);
        }
        return new SmiValue.IpAddress(octets);
    }
}
