package dev.bulkhead.tests.benchmarks;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.snmp4j.PDU;
import org.snmp4j.ScopedPDU;
import org.snmp4j.Snmp;
import org.snmp4j.UserTarget;
import org.snmp4j.event.ResponseEvent;
import org.snmp4j.event.ResponseListener;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.security.SecurityModels;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.USM;
import org.snmp4j.security.UsmUser;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/** SNMP4J as its documentation shows it: one session, one user, passphrases. */
final class UntunedSnmp4j {
    private UntunedSnmp4j() {}

    /**
     * Seconds to ask devices, new to it, for sysUpTime.0, a hundred at once: more overrun its one
     * receive buffer, and then what is timed is its timeout.
     */
    static double sweep(int port, int devices) throws IOException, InterruptedException {
        long began = System.nanoTime();
        SecurityProtocols protocols =
                new SecurityProtocols(SecurityProtocols.SecurityProtocolSet.maxCompatibility);
        USM usm = new USM(protocols, new OctetString(MPv3.createLocalEngineID()), 0);
        usm.addUser(
                new UsmUser(
                        new OctetString("bench"),
                        AuthHMAC192SHA256.ID,
                        new OctetString("bench_auth_pass"),
                        PrivAES128.ID,
                        new OctetString("bench_priv_pass")));
        try (DefaultUdpTransportMapping mapping = new DefaultUdpTransportMapping();
                Snmp snmp = new Snmp(mapping)) {
            SecurityModels.getInstance().addSecurityModel(usm);
            snmp.listen();
            CountDownLatch ended = new CountDownLatch(devices);
            Semaphore window = new Semaphore(100);
            for (int i = 0; i < devices; i++) {
                window.acquire();
                UserTarget<UdpAddress> target = new UserTarget<>();
                target.setAddress(
                        new UdpAddress("127.2." + i / 250 + "." + (i % 250 + 1) + "/" + port));
                target.setVersion(SnmpConstants.version3);
                target.setSecurityLevel(3);
                target.setSecurityName(new OctetString("bench"));
                target.setTimeout(20_000);
                ScopedPDU pdu = new ScopedPDU();
                pdu.setType(PDU.GET);
                pdu.add(new VariableBinding(new OID("1.3.6.1.2.1.1.3.0")));
                snmp.send(
                        pdu,
                        target,
                        null,
                        new ResponseListener() {
                            @Override
                            public <A extends Address> void onResponse(ResponseEvent<A> event) {
                                window.release();
                                ended.countDown();
                            }
                        });
            }
            if (!ended.await(2, TimeUnit.MINUTES)) {
                throw new IllegalStateException(ended.getCount() + " never ended");
            }
        }
        return (System.nanoTime() - began) / 1e9;
    }
}
