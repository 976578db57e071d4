package dev.bulkhead.engine.tsm;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The blocks of a file in PEM (RFC 7468); text around them says nothing. */
final class PemFile {
    private static final String BEGIN = "-----BEGIN ";
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----\\s([^-]*)-----END \\1-----");

    private record Block(String label, String content) {}

    private final List<Block> blocks = new ArrayList<>();

    PemFile(byte[] octets) {
        Matcher block = BLOCK.matcher(new String(octets, StandardCharsets.ISO_8859_1));
        while (block.find()) {
            blocks.add(new Block(block.group(1), block.group(2)));
        }
    }

    static boolean isPem(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1).contains(BEGIN);
    }

    boolean has(String label) {
        return blocks.stream().anyMatch(block -> block.label.equals(label));
    }

    /** Whether a key is encrypted in OpenSSL's own way, with headers (RFC 1421 §4.6.1.1). */
    boolean isEncryptedTheOldWay() {
        return blocks.stream().anyMatch(block -> block.content.contains("ENCRYPTED"));
    }

    Optional<byte[]> block(String label) {
        return blocks(label).stream().findFirst();
    }

    /** The contents of all blocks of this label; what is no base 64 gives no octets. */
    List<byte[]> blocks(String label) {
        List<byte[]> contents = new ArrayList<>();
        for (Block block : blocks) {
            if (block.label.equals(label)) {
                try {
                    contents.add(Base64.getMimeDecoder().decode(block.content));
                } catch (IllegalArgumentException e) {
                    contents.add(new byte[0]);
                }
            }
        }
        return contents;
    }
}
