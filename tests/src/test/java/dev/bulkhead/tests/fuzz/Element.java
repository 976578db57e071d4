package dev.bulkhead.tests.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * An element of a well-formed message.
 *
 * @param content what is inside, if that is no elements
 * @param inside the elements inside
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Element(int tag, byte[] content, List<Element> inside) {
    static final int OCTET_STRING = 0x04;
    private static final int SEQUENCE = 0x30;
    private static final int CONSTRUCTED = 0x20;

    /** The fields of RFC 3414 §2.4, which stand in an OCTET STRING. */
    private static final int SECURITY_PARAMETERS = 6;

    Element {
        inside = List.copyOf(inside);
    }

    /** Reads a message. */
    static Element read(byte[] message) {
        List<Element> all = readAll(message);
        if (all.size() != 1) {
            throw new IllegalArgumentException(all.size() + " elements are no message");
        }
        return all.getFirst();
    }

    private static List<Element> readAll(byte[] octets) {
        List<Element> all = new ArrayList<>();
        int at = 0;
        while (at < octets.length) {
            int tag = octets[at++] & 0xFF;
            int first = octets[at++] & 0xFF;
            int length = first < 0x80 ? first : 0;
            for (int more = first < 0x80 ? 0 : first & 0x7F; more > 0; more--) {
                length = length << 8 | (octets[at++] & 0xFF);
            }
            if (length < 0 || length > octets.length - at) {
                throw new IllegalArgumentException("a length of " + length);
            }
            all.add(of(tag, Arrays.copyOfRange(octets, at, at + length)));
            at += length;
        }
        return all;
    }

    private static Element of(int tag, byte[] content) {
        if ((tag & CONSTRUCTED) != 0) {
            return new Element(tag, content, readAll(content));
        }
        if (tag == OCTET_STRING && content.length > 1 && (content[0] & 0xFF) == SEQUENCE) {
            try {
                Element only = read(content);
                if (only.inside.size() == SECURITY_PARAMETERS) {
                    return new Element(tag, content, List.of(only));
                }
            } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
                // Octets, then.
            }
        }
        return new Element(tag, content, List.of());
    }

    /** This element and all inside it, each before what is inside it. */
    List<Element> all() {
        List<Element> all = new ArrayList<>();
        addTo(all);
        return all;
    }

    private void addTo(List<Element> all) {
        all.add(this);
        inside.forEach(each -> each.addTo(all));
    }

    /**
     * The octets of this element.
     *
     * @param anomalies by the places of elements in {@link #all}
     */
    byte[] octets(Map<Integer, Anomaly> anomalies) {
        return new Writing(anomalies).octets(this);
    }

    private static final class Writing {
        private final Map<Integer, Anomaly> anomalies;
        private int place;

        Writing(Map<Integer, Anomaly> anomalies) {
            this.anomalies = anomalies;
        }

        byte[] octets(Element element) {
            Anomaly anomaly = anomalies.getOrDefault(place++, Anomaly.NONE);
            List<byte[]> parts = new ArrayList<>();
            for (Element each : element.inside) {
                parts.add(octets(each));
            }
            if (parts.isEmpty()) {
                parts.add(element.content);
            }
            return anomaly.how().octets(element.tag, parts);
        }
    }

    static byte[] join(List<byte[]> parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }
}
