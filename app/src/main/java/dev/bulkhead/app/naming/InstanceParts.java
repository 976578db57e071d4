package dev.bulkhead.app.naming;

import dev.bulkhead.mibs.display.ValueText;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.model.BaseType;
import dev.bulkhead.mibs.model.IndexPart;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.model.Syntax;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The instance part of an OID, cut by the INDEX clause and written as net-snmp writes it: {@code
 * ipv4."192.0.2.1"}, {@code "text"}, {@code 'implied'}, labels, numbers.
 *
 * <p>What is written reads back as the same sub-identifiers. Where net-snmp prints dots for octets
 * that are no text, and so loses them, the numbers stay.
 *
 * <p>References: RFC 2578 §7.7 (encoding), net-snmp's {@code mib.c} (spelling).
 */
final class InstanceParts {
    /** Before a text in brackets. */
    private static final String TYPE = "STRING: ";

    private static final int INET_IPV4 = 1;
    private static final int INET_IPV6 = 2;

    private final List<IndexPart> parts;

    private InstanceParts(List<IndexPart> parts) {
        this.parts = parts;
    }

    /** The parts of a scalar's (none) or column's instances. */
    static InstanceParts of(MibIndex index, ObjectType object) {
        return new InstanceParts(
                index.rowOf(object.oid()).map(ObjectType::index).orElse(List.of()));
    }

    /** A part as text, by its place, its sub-identifiers, and the one before them or -1. */
    private interface Spelling {
        String of(int place, Oid piece, long before);
    }

    /** Each part as text; sub-identifiers that fit no part stand alone at the end. */
    List<String> texts(Oid instance) {
        return texts(instance, this::text);
    }

    /**
     * The same as it stands in brackets: what has a DISPLAY-HINT is written by it, if it can be
     * read again.
     *
     * @param typed whether {@code STRING: } stands before such a text
     */
    List<String> texts(Oid instance, boolean typed) {
        return texts(
                instance,
                (place, piece, before) ->
                        hinted(place, piece, before)
                                .map(shown -> (typed ? TYPE : "") + shown)
                                .orElseGet(() -> text(place, piece, before)));
    }

    private List<String> texts(Oid instance, Spelling spelling) {
        List<String> texts = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < parts.size() && at < instance.size(); i++) {
            int width = width(parts.get(i), instance.get(at), instance.size() - at);
            if (width > instance.size() - at) {
                break;
            }
            Oid piece = instance.suffix(at).prefix(width);
            texts.add(spelling.of(i, piece, at > 0 ? instance.get(at - 1) : -1));
            at += width;
        }
        for (; at < instance.size(); at++) {
            texts.add(Long.toString(instance.get(at)));
        }
        return texts;
    }

    /** How many sub-identifiers a part takes up, given the first of them and how many are left. */
    private static int width(IndexPart part, long first, int left) {
        Syntax syntax = part.syntax();
        return switch (syntax.base()) {
            case IP_ADDRESS -> 4;
            case NETWORK_ADDRESS -> 5;
            case OCTET_STRING, OPAQUE, BITS -> {
                if (syntax.isFixedLength()) {
                    yield (int) Math.min(syntax.ranges().get(0).min(), Integer.MAX_VALUE);
                }
                yield part.implied() ? left : lengthPrefixed(first);
            }
            case OBJECT_IDENTIFIER -> part.implied() ? left : lengthPrefixed(first);
            default -> 1;
        };
    }

    private static int lengthPrefixed(long first) {
        return (int) Math.min(first + 1, Integer.MAX_VALUE);
    }

    private boolean hasLength(IndexPart part) {
        return !part.implied() && !part.syntax().isFixedLength();
    }

    private String text(int place, Oid piece, long before) {
        IndexPart part = parts.get(place);
        return switch (part.syntax().base()) {
            case OCTET_STRING, OPAQUE, BITS -> octetText(place, piece, before);
            case INTEGER32, UNSIGNED32, GAUGE32 ->
                    part.syntax()
                            .label(piece.last())
                            .filter(InstanceParts::isPlainLabel)
                            .filter(l -> part.syntax().number(l).equals(Optional.of(piece.last())))
                            .orElse(piece.toString());
            default -> piece.toString();
        };
    }

    private Optional<String> hinted(int place, Oid piece, long before) {
        IndexPart part = parts.get(place);
        Optional<String> hint = part.syntax().displayHint();
        if (part.syntax().base() != BaseType.OCTET_STRING
                || hint.isEmpty()
                || isInetAddress(place)) {
            return Optional.empty();
        }
        Oid numbers = hasLength(part) ? piece.suffix(1) : piece;
        byte[] octets = new byte[numbers.size()];
        for (int i = 0; i < octets.length; i++) {
            if (numbers.get(i) > 255) {
                return Optional.empty();
            }
            octets[i] = (byte) numbers.get(i);
        }
        return Optional.of(HintText.format(hint.get(), octets))
                .filter(shown -> readsAs(shown, piece, place, before));
    }

    private boolean readsAs(String shown, Oid piece, int place, long before) {
        NameToken token = new NameToken(shown, '[');
        if (token.isNumber()
                || NameToken.isList(shown)
                || shown.chars().anyMatch(c -> c == ']' || Character.isISOControl(c))) {
            return false;
        }
        try {
            return encode(place, token, before).equals(piece);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isPlainLabel(String label) {
        return label.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_')
                && !label.chars().allMatch(Character::isDigit);
    }

    private String octetText(int place, Oid piece, long before) {
        IndexPart part = parts.get(place);
        Oid octets = hasLength(part) ? piece.suffix(1) : piece;
        if (isInetAddress(place)) {
            Optional<String> address = InetText.format(before, octets);
            if (address.isPresent()) {
                return '"' + address.get() + '"';
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < octets.size(); i++) {
            long c = octets.get(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\'' || c == '\\') {
                return piece.toString();
            }
            text.append((char) c);
        }
        if ((text.isEmpty() && !hasLength(part))
                || (isInetAddress(place) && InetText.parse(before, text.toString()).isPresent())) {
            return piece.toString();
        }
        char quote = hasLength(part) ? '"' : '\'';
        return quote + text.toString() + quote;
    }

    /** Whether this is an InetAddress whose InetAddressType stands before it (RFC 4001 §4.1). */
    private boolean isInetAddress(int place) {
        return place > 0
                && isOf(parts.get(place), "InetAddress")
                && isOf(parts.get(place - 1), "InetAddressType");
    }

    private static boolean isOf(IndexPart part, String textualConvention) {
        return part.syntax()
                .textualConvention()
                .filter(tc -> tc.name().equals(textualConvention))
                .isPresent();
    }

    /**
     * The sub-identifiers of parts as written.
     *
     * @throws IllegalArgumentException with what does not fit
     */
    Oid read(List<NameToken> tokens) {
        Oid instance = Oid.EMPTY;
        int at = 0;
        for (int i = 0; i < parts.size() && at < tokens.size(); i++) {
            NameToken token = tokens.get(at);
            if (token.isNumber()) {
                int left = tokens.size() - at;
                int width = Math.min(left, width(parts.get(i), token.number(), left));
                for (int k = 0; k < width; k++) {
                    instance = instance.append(raw(tokens.get(at++)));
                }
            } else {
                long before = instance.size() > 0 ? instance.last() : -1;
                instance = instance.append(encode(i, token, before));
                at++;
            }
        }
        for (; at < tokens.size(); at++) {
            instance = instance.append(raw(tokens.get(at)));
        }
        return instance;
    }

    /** A part that no INDEX clause explains: a number, or a string with or without its length. */
    static Oid raw(NameToken token) {
        if (token.isNumber()) {
            return Oid.of(token.number());
        }
        return switch (token.quote()) {
            case '"' -> octets(bytes(token.text()), true);
            case '\'' -> octets(bytes(token.text()), false);
            default ->
                    throw new IllegalArgumentException(
                            "\"" + token.text() + "\" stands where a number was expected");
        };
    }

    private Oid encode(int place, NameToken written, long before) {
        boolean typed = written.quote() == '[' && written.text().startsWith(TYPE);
        NameToken token =
                typed ? new NameToken(written.text().substring(TYPE.length()), '[') : written;
        IndexPart part = parts.get(place);
        BaseType base = part.syntax().base();
        boolean octets =
                base == BaseType.OCTET_STRING || base == BaseType.OPAQUE || base == BaseType.BITS;
        if (octets && token.quote() != 0) {
            Optional<byte[]> address =
                    isInetAddress(place) ? InetText.parse(before, token.text()) : Optional.empty();
            if (address.isPresent() || token.quote() != '[') {
                return octets(address.orElse(bytes(token.text())), hasLength(part));
            }
        }
        return subIdentifiers(ValueText.parse(token.text(), part.syntax()), hasLength(part));
    }

    private static Oid subIdentifiers(SmiValue value, boolean length) {
        return switch (value) {
            case SmiValue.Integer32(int number) -> Oid.of(Integer.toUnsignedLong(number));
            case SmiValue.Gauge32(long number) -> Oid.of(number);
            case SmiValue.Counter32(long number) -> Oid.of(number);
            case SmiValue.TimeTicks(long number) -> Oid.of(number);
            case SmiValue.OctetString string -> octets(string.bytes(), length);
            case SmiValue.Opaque opaque -> octets(opaque.bytes(), length);
            case SmiValue.IpAddress address -> octets(address.bytes(), false);
            case SmiValue.ObjectIdentifier(Oid oid) ->
                    length ? Oid.of(oid.size()).append(oid) : oid;
            case SmiValue.Counter64 counter ->
                    throw new IllegalArgumentException("a Counter64 cannot be part of an index");
            case SmiValue.Malformed _, SmiValue.Marker _ -> Oid.EMPTY;
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Oid octets(byte[] bytes, boolean length) {
        long[] numbers = new long[bytes.length + (length ? 1 : 0)];
        int at = 0;
        if (length) {
            numbers[at++] = bytes.length;
        }
        for (byte b : bytes) {
            numbers[at++] = b & 0xFF;
        }
        return Oid.of(numbers);
    }

    /** InetAddress by its InetAddressType as net-snmp writes it in an index. */
    private static final class InetText {
        private InetText() {}

        static Optional<String> format(long type, Oid octets) {
            for (int i = 0; i < octets.size(); i++) {
                if (octets.get(i) > 255) {
                    return Optional.empty();
                }
            }
            if (type == INET_IPV4 && octets.size() == 4) {
                return Optional.of(octets.toString());
            }
            if (type != INET_IPV6 || octets.size() != 16) {
                return Optional.empty();
            }
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 16; i++) {
                text.append(i == 0 ? "" : ":").append(hex((int) octets.get(i)));
            }
            return Optional.of(text.toString());
        }

        private static String hex(int octet) {
            return (octet < 16 ? "0" : "") + Integer.toHexString(octet);
        }

        static Optional<byte[]> parse(long type, String text) {
            if (type != INET_IPV4 && type != INET_IPV6) {
                return Optional.empty();
            }
            String[] pieces = text.split(type == INET_IPV4 ? "\\." : ":", -1);
            int radix = type == INET_IPV4 ? 10 : 16;
            byte[] octets = new byte[type == INET_IPV4 ? 4 : 16];
            if (pieces.length != octets.length) {
                return Optional.empty();
            }
            for (int i = 0; i < octets.length; i++) {
                try {
                    int octet = Integer.parseInt(pieces[i], radix);
                    if (octet < 0 || octet > 255) {
                        return Optional.empty();
                    }
                    octets[i] = (byte) octet;
                } catch (NumberFormatException e) {
                    return Optional.empty();
                }
            }
            return Optional.of(octets);
        }
    }
}
