package dev.bulkhead.engine.snmp;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snmp4j.mp.CounterSupport;
import org.snmp4j.security.USM;
import org.snmp4j.security.UsmUser;
import org.snmp4j.security.UsmUserEntry;
import org.snmp4j.smi.OctetString;

/**
 * A listener's USM. Each sender of v3 traps is an engine of its own (RFC 3414 §1.5.1), and SNMP4J
 * keeps a user with localized keys for every engine ID that a message names, before it knows
 * whether the message is authentic: whoever knows a user's name could fill the heap. Here the
 * engines that were heard of last are kept and the others localized anew, for two hashes, when they
 * come again. Users with an engine ID given by hand stay.
 *
 * <p>Its table of engine times is kept as small for engines that never proved to be authentic;
 * SNMP4J does not forget those that have. One thread.
 */
@SuppressWarnings("serial") // USM is Serializable; nobody writes one.
final class SendersUsm extends USM {
    /** Half a megabyte of heap; more senders than most listeners have. */
    static final int MAX_LOCALIZED = 1024;

    private record Sender(OctetString engineId, OctetString name) {}

    private final Map<Sender, Boolean> localized = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<Sender> given = new HashSet<>();
    private long evictions;

    SendersUsm(UsmProtocols protocols, OctetString engineId, CounterSupport counters) {
        super(protocols, engineId, 0, counters);
        setEngineDiscoveryEnabled(true);
        getTimeTable().setMaxDiscoveredEntries(MAX_LOCALIZED);
    }

    @Override
    protected UsmUserEntry addLocalizedUsmUserEntry(
            OctetString engineId, OctetString name, UsmUserEntry entry, boolean readonly) {
        // A copy: SNMP4J fills the same objects with the next message.
        Sender sender = new Sender(copy(engineId), copy(name));
        if (!readonly && !given.contains(sender)) {
            localized.put(sender, true);
            evictEldest();
        }
        return super.addLocalizedUsmUserEntry(engineId, name, entry, readonly);
    }

    private static OctetString copy(OctetString octets) {
        return new OctetString(octets.getValue().clone());
    }

    private void evictEldest() {
        if (localized.size() > MAX_LOCALIZED) {
            Sender eldest = localized.keySet().iterator().next();
            localized.remove(eldest);
            getUserTable().removeUser(eldest.engineId(), eldest.name());
            evictions++;
        }
    }

    /** How often a sender's user was forgotten. */
    long evictions() {
        return evictions;
    }

    /** How many users there are, given and localized. */
    int userCount() {
        return getUserTable().getUserEntries().size();
    }

    /** Adds a user for whatever engine sends, or for the one that it names. */
    void add(UsmUser user, Optional<OctetString> engineId) {
        if (engineId.isEmpty()) {
            addUser(user);
        } else {
            given.add(new Sender(engineId.get(), user.getSecurityName()));
            addUser(user, engineId.get());
        }
    }
}
