package dev.bulkhead.app.flight;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.engine.recording.RecordingException;
import dev.bulkhead.engine.recording.RecordingHead;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Copies a recording so that it can be given away: addresses, names, MAC addresses and engine IDs
 * become others of the same kind, each the same one everywhere.
 *
 * <p><b>Two passes.</b> First all readings are looked through for originals: values of objects that
 * name somebody ({@link SensitiveObjects}), instance identifiers ({@link IndexAddresses}), and
 * addresses, mailboxes and hosts in any text ({@link Learner}), and the user's own words. Then each
 * value and instance identifier is written with every original that stands in it replaced: in text
 * of UTF-8, UTF-16 or an octet a character, in binary octets, and as numbers of an OID.
 *
 * <p><b>The key.</b> What becomes of an original follows from it and a random key that is made for
 * this one copy and is kept nowhere, so nobody, its owner included, can tell them from the copy.
 *
 * <p><b>Limits.</b> Numbers stay: counters, times, sizes, interface indexes. A name is found if it
 * stands where names do, looks like a host, or was given; words of less than four characters are
 * replaced only in values that are names, and where the user gave them. Who sends a copy is to look
 * through it.
 */
public final class Anonymiser {
    private static final int MOST_KEPT = 200_000;

    private final OpenRecording from;
    private final Pseudonyms pseudonyms;
    private final SensitiveObjects objects;
    private final Learner learner;
    private final Map<VarBind, SmiValue> values = new HashMap<>();
    private final Map<Oid, Oid> oids = new HashMap<>();

    /** How many different originals there were. */
    public record Report(int addresses, int macs, int names, int engineIds) {}

    private Anonymiser(OpenRecording from, MibNames names, SecretHash hash) {
        this.from = from;
        pseudonyms = new Pseudonyms(hash);
        objects = new SensitiveObjects(names);
        learner = new Learner(pseudonyms, objects, new IndexAddresses(names));
    }

    /**
     * Writes the copy. Blocks for some seconds where there is much.
     *
     * @param to a folder that is not there, or empty
     * @param words what else is to be replaced wherever it stands
     * @throws RecordingException if a reading cannot be read, or the copy not be written
     */
    public static Report run(OpenRecording from, Path to, List<String> words, MibNames names)
            throws RecordingException {
        return run(from, to, words, names, SecretHash.random());
    }

    static Report run(
            OpenRecording from, Path to, List<String> words, MibNames names, SecretHash hash)
            throws RecordingException {
        return new Anonymiser(from, names, hash).copy(to, words);
    }

    private Report copy(Path to, List<String> words) throws RecordingException {
        RecordingHead head = from.index().head();
        words.stream().filter(word -> !word.isBlank()).forEach(learner::learnUsersWord);
        String host = host(head.device());
        learner.learnText(host);
        if (AddressText.in(host).isEmpty()) {
            learner.learnName(host);
        }
        learner.learnName(head.name());
        for (int i = 0; i < from.index().passes().size(); i++) {
            learner.learn(from.read(i));
        }
        from.copyTo(
                to,
                changed(head),
                new OpenRecording.Changing() {
                    @Override
                    public List<VarBind> values(List<VarBind> read) {
                        return changed(read);
                    }

                    @Override
                    public String text(String text) {
                        return pseudonyms.text(text, false);
                    }
                });
        return new Report(
                pseudonyms.addresses().size(),
                pseudonyms.macs().size(),
                pseudonyms.words().size(),
                pseudonyms.engineIds().size());
    }

    /** Without transport and port. */
    private static String host(String device) {
        String plain = device.replaceFirst("^(?:udp|tcp|tls|dtls):", "");
        int bracket = plain.indexOf(']');
        if (plain.startsWith("[") && bracket > 0) {
            return plain.substring(1, bracket);
        }
        int colon = plain.indexOf(':');
        return colon >= 0 && colon == plain.lastIndexOf(':') ? plain.substring(0, colon) : plain;
    }

    private RecordingHead changed(RecordingHead head) {
        String host = host(head.device());
        boolean address = !AddressText.in(host).isEmpty();
        String other = host.isEmpty() ? "" : pseudonyms.text(host, !address);
        return new RecordingHead(
                host.isEmpty() ? "" : head.device().replace(host, other),
                pseudonyms.text(head.name(), true),
                head.started(),
                head.every(),
                head.roots().stream().map(this::changed).toList());
    }

    private List<VarBind> changed(List<VarBind> read) {
        List<VarBind> changed = new ArrayList<>(read.size());
        for (VarBind value : read) {
            changed.add(new VarBind(changed(value.name()), changed(value)));
        }
        return changed;
    }

    private Oid changed(Oid oid) {
        if (oids.size() > MOST_KEPT) {
            oids.clear();
        }
        return oids.computeIfAbsent(
                oid, original -> pseudonyms.oid(original, objects.instanceStart(original)));
    }

    private SmiValue changed(VarBind value) {
        return switch (value.value()) {
            case SmiValue.IpAddress address ->
                    new SmiValue.IpAddress(pseudonyms.inetAddress(address.bytes()));
            case SmiValue.ObjectIdentifier(Oid oid) -> new SmiValue.ObjectIdentifier(changed(oid));
            case SmiValue.OctetString octets -> {
                if (values.size() > MOST_KEPT) {
                    values.clear();
                }
                yield values.computeIfAbsent(value, v -> changed(v.name(), octets.bytes()));
            }
            case SmiValue.Opaque opaque -> new SmiValue.Opaque(pseudonyms.octets(opaque.bytes()));
            default -> value.value();
        };
    }

    private SmiValue changed(Oid name, byte[] octets) {
        byte[] other =
                switch (objects.kind(name)) {
                    case NAME -> pseudonyms.text(octets, true);
                    case MAC ->
                            octets.length == MacMap.OCTETS
                                    ? pseudonyms.macs().map(octets)
                                    : pseudonyms.text(octets, false);
                    case ADDRESS -> pseudonyms.inetAddress(octets);
                    case ENGINE_ID -> pseudonyms.engineIds().map(octets);
                    case ANY -> any(octets);
                    case NOTHING -> octets;
                };
        return new SmiValue.OctetString(other);
    }

    private byte[] any(byte[] octets) {
        boolean mac = octets.length == MacMap.OCTETS && !TextCoding.of(octets).readable();
        return mac ? pseudonyms.macs().map(octets) : pseudonyms.text(octets, false);
    }
}
