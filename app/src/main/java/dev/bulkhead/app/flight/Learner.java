package dev.bulkhead.app.flight;

import dev.bulkhead.app.flight.SensitiveObjects.Kind;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a recording's originals: in values that name somebody, in indexes, and in texts. */
final class Learner {
    /** Shorter ones would be found in too many other words. */
    private static final int SHORTEST_WORD = 4;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[-_][\\p{L}\\p{N}]+)*");
    private static final Pattern EMAIL =
            Pattern.compile("[\\p{L}\\p{N}._+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*");
    private static final Pattern HOST =
            Pattern.compile(
                    "(?<![\\w.@/-])(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})\\.)+"
                            + "([A-Za-z]{2,12})(?![\\w-])");
    private static final Set<String> TOP_DOMAINS =
            Set.of(
                    "com",
                    "net",
                    "org",
                    "edu",
                    "gov",
                    "mil",
                    "int",
                    "arpa",
                    "local",
                    "lan",
                    "localdomain",
                    "home",
                    "corp",
                    "internal",
                    "intranet",
                    "example",
                    "test",
                    "invalid",
                    "info",
                    "biz",
                    "cloud",
                    "private");

    /** Endings of files that are domains of countries too. */
    private static final Set<String> FILE_ENDINGS =
            Set.of("so", "gz", "py", "sh", "pl", "js", "rb", "md", "rs", "cc", "ko", "la", "ps");

    /** What says nothing of anybody wherever it stands. */
    private static final Set<String> COMMON =
            Set.of(
                    "network",
                    "rack",
                    "room",
                    "floor",
                    "building",
                    "cabinet",
                    "site",
                    "data",
                    "center",
                    "centre",
                    "server",
                    "switch",
                    "router",
                    "port",
                    "uplink",
                    "downlink",
                    "link",
                    "trunk",
                    "backup",
                    "primary",
                    "secondary",
                    "management",
                    "mgmt",
                    "unknown",
                    "none",
                    "office",
                    "north",
                    "south",
                    "east",
                    "west",
                    "main",
                    "core",
                    "access",
                    "edge",
                    "interface",
                    "vlan",
                    "ethernet",
                    "gigabit",
                    "fast",
                    "serial",
                    "loopback",
                    "internal",
                    "external",
                    "public",
                    "root",
                    "system",
                    "local",
                    "contact",
                    "location",
                    "default",
                    "empty",
                    "spare",
                    "unused",
                    "free",
                    "reserved",
                    "wireless",
                    "with",
                    "from",
                    "null",
                    "true",
                    "false",
                    "firewall",
                    "printer",
                    "linux",
                    "windows",
                    "cisco",
                    "please",
                    "your",
                    "configure",
                    "administrator");

    private final Pseudonyms pseudonyms;
    private final SensitiveObjects objects;
    private final IndexAddresses indexes;

    /** Values that were looked at; most come again in each reading. */
    private final Set<Object> seen = new HashSet<>();

    private static final int MOST_SEEN = 500_000;

    Learner(Pseudonyms pseudonyms, SensitiveObjects objects, IndexAddresses indexes) {
        this.pseudonyms = pseudonyms;
        this.objects = objects;
        this.indexes = indexes;
    }

    void learn(List<VarBind> values) {
        for (VarBind value : values) {
            if (isNew(value.name())) {
                indexes.in(value.name()).forEach(found -> learn(found.kind(), found.octets()));
            }
            if (isWorth(value.value()) && isNew(value)) {
                learn(value);
            }
        }
    }

    private static boolean isWorth(SmiValue value) {
        return value instanceof SmiValue.OctetString
                || value instanceof SmiValue.IpAddress
                || value instanceof SmiValue.ObjectIdentifier;
    }

    private boolean isNew(Object what) {
        return seen.size() >= MOST_SEEN || seen.add(what);
    }

    private void learn(VarBind value) {
        switch (value.value()) {
            case SmiValue.IpAddress address -> pseudonyms.learnAddress(address.bytes());
            case SmiValue.OctetString octets -> learn(objects.kind(value.name()), octets.bytes());
            case SmiValue.ObjectIdentifier(Oid oid) ->
                    indexes.in(oid).forEach(found -> learn(found.kind(), found.octets()));
            default -> {}
        }
    }

    private void learn(Kind kind, byte[] octets) {
        switch (kind) {
            case NAME -> learnName(TextCoding.of(octets).text());
            case MAC -> {
                if (octets.length == MacMap.OCTETS) {
                    pseudonyms.macs().learn(octets);
                } else {
                    learn(Kind.ANY, octets);
                }
            }
            case ADDRESS -> learnInet(octets);
            case ENGINE_ID -> pseudonyms.engineIds().learn(octets);
            case ANY -> learnAny(octets);
            case NOTHING -> {}
        }
    }

    private void learnInet(byte[] octets) {
        switch (octets.length) {
            case 4, 16 -> pseudonyms.learnAddress(octets);
            case 8 -> pseudonyms.learnAddress(Arrays.copyOf(octets, 4));
            case 20 -> pseudonyms.learnAddress(Arrays.copyOf(octets, 16));
            default -> learnAny(octets);
        }
    }

    private void learnAny(byte[] octets) {
        TextCoding coding = TextCoding.of(octets);
        if (coding.readable()) {
            learnText(coding.text());
        } else if (octets.length == MacMap.OCTETS) {
            pseudonyms.macs().learn(octets);
        }
    }

    /** A name: as a whole, and its longer words. */
    void learnName(String name) {
        String text = name.strip().replace("\0", "");
        learnText(text);
        pseudonyms.words().noteRuns(text);
        if (text.length() >= SHORTEST_WORD) {
            pseudonyms.words().learn(text);
        }
        for (Matcher word = WORD.matcher(text); word.find(); ) {
            learnWord(word.group());
        }
    }

    private void learnWord(String word) {
        boolean letters = word.codePoints().anyMatch(Character::isLetter);
        if (letters
                && word.length() >= SHORTEST_WORD
                && !COMMON.contains(word.toLowerCase(Locale.ROOT))) {
            pseudonyms.words().learn(word);
        }
    }

    /** A word of the user's, however short. */
    void learnUsersWord(String word) {
        learnText(word);
        pseudonyms.words().learn(word.strip());
    }

    /** Addresses, hosts and mailboxes in a text. */
    void learnText(String text) {
        for (AddressText.Found found : AddressText.in(text)) {
            switch (found.form()) {
                case V4, V6 -> pseudonyms.learnAddress(found.address());
                case MAC, DOTTED_MAC -> pseudonyms.macs().learn(found.address());
                case BARE_MAC -> {}
            }
        }
        if (text.indexOf('.') < 0 && text.indexOf('@') < 0) {
            return;
        }
        for (Matcher mail = EMAIL.matcher(text); mail.find(); ) {
            pseudonyms.words().learn(mail.group());
            learnWord(mail.group().substring(0, mail.group().indexOf('@')));
            learnHost(mail.group().substring(mail.group().indexOf('@') + 1));
        }
        for (Matcher host = HOST.matcher(text); host.find(); ) {
            if (isDomain(host.group(), String.valueOf(host.group(1)).toLowerCase(Locale.ROOT))) {
                learnHost(host.group());
            }
        }
    }

    private static boolean isDomain(String host, String top) {
        boolean country = top.length() == 2 && host.chars().filter(c -> c == '.').count() > 1;
        return TOP_DOMAINS.contains(top) || (country && !FILE_ENDINGS.contains(top));
    }

    private void learnHost(String host) {
        pseudonyms.words().learn(host);
        int dot = host.indexOf('.');
        if (dot > 0) {
            learnWord(host.substring(0, dot));
            if (host.indexOf('.', dot + 1) > 0) {
                pseudonyms.words().learn(host.substring(dot + 1));
            }
        }
    }
}
