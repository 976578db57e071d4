package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.usm.UserKeys;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What opens the messages of a listener's senders for its trace: the keys of its users, localized
 * for the engine that a message names. On the loop's thread.
 */
final class SenderKeys implements PacketReader.Keys {
    /** Localized for the senders heard of last: two hashes for each of the others. */
    private static final int KEPT = 64;

    private record Sender(OctetString engineId, OctetString userName) {}

    private final List<Credential.Usm> users;
    private final List<UserKeys> keys;
    private final UsmProtocols protocols = new UsmProtocols();
    private final Map<Sender, PeerEngine> localized =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Sender, PeerEngine> eldest) {
                    return size() > KEPT;
                }
            };

    /**
     * The keys of a listener.
     *
     * @param keys of its users, in their order
     */
    SenderKeys(JobSpec.Listen spec, List<UserKeys> keys) {
        this.users = spec.users();
        this.keys = keys;
    }

    @Override
    public @Nullable PeerEngine of(byte[] engineId, byte[] userName) {
        if (engineId.length == 0) {
            return null;
        }
        Sender sender = new Sender(new OctetString(engineId), new OctetString(userName));
        PeerEngine known = localized.get(sender);
        if (known == null) {
            known = localizedFor(sender);
        }
        if (known != null) {
            localized.put(sender, known);
        }
        return known;
    }

    private @Nullable PeerEngine localizedFor(Sender sender) {
        String name = new String(sender.userName().bytes(), StandardCharsets.UTF_8);
        for (int i = 0; i < users.size(); i++) {
            if (users.get(i).securityName().equals(name)) {
                Credential.Usm user = users.get(i).withEngine(Optional.of(sender.engineId()));
                return new PeerEngine(user, keys.get(i), protocols);
            }
        }
        return null;
    }
}
