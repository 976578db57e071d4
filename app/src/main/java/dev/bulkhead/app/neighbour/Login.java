package dev.bulkhead.app.neighbour;

import dev.bulkhead.app.pollset.CredentialName;
import dev.bulkhead.app.pollset.PollDevice;
import dev.bulkhead.app.vault.Outline;
import dev.bulkhead.engine.job.SnmpVersion;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * As whom a device is asked, as far as may be told: never a community or passphrase, but the
 * variable it is to come from.
 *
 * @param name for a file: {@code public_v2}, {@code core}
 * @param user "" for communities
 * @param level {@code authPriv} and so on; "" if it is not known
 * @param auth protocol as net-snmp spells it; "" for none
 * @param priv protocol as net-snmp spells it; "" for none
 * @param isPublic whether it is the community {@code public}
 * @param isCertificate whether it needs TLS or DTLS
 */
record Login(
        String name,
        SnmpVersion version,
        String user,
        String level,
        String auth,
        String priv,
        String context,
        boolean isPublic,
        boolean isCertificate) {

    /**
     * That of a device.
     *
     * @param known what may be told of stored credentials by name
     */
    static Login of(PollDevice device, Function<String, Optional<Outline>> known) {
        if (device.credential() instanceof CredentialName.Named(String name)) {
            Optional<Outline> outline = known.apply(name);
            if (outline.isPresent()) {
                return told(device, name, outline.get());
            }
            SnmpVersion version = device.version().orElse(SnmpVersion.V2C);
            return guessed(word(name), version, device.context());
        }
        SnmpVersion version = device.version().orElse(SnmpVersion.V2C);
        boolean usual =
                device.credential() instanceof CredentialName.Usual && version != SnmpVersion.V3;
        return usual
                ? new Login(
                        version == SnmpVersion.V1 ? "public_v1" : "public_v2",
                        version,
                        "",
                        "",
                        "",
                        "",
                        device.context(),
                        true,
                        false)
                : guessed("snmp", version, device.context());
    }

    private static Login guessed(String name, SnmpVersion version, String context) {
        return new Login(name, version, "", "", "", "", context, false, false);
    }

    private static Login told(PollDevice device, String name, Outline outline) {
        String[] words = outline.detail().split("[ /]", -1);
        return new Login(
                word(name),
                outline.kind() == Outline.Kind.COMMUNITY
                        ? device.version().orElse(outline.version())
                        : SnmpVersion.V3,
                outline.kind() == Outline.Kind.USER ? outline.who() : "",
                words[0],
                words.length > 1 ? words[1] : "",
                words.length > 2 ? words[2] : "",
                device.context(),
                false,
                outline.kind() == Outline.Kind.CERTIFICATE);
    }

    /** The variable that a secret of it comes from: {@code ${CORE_COMMUNITY}}. */
    String variable(String what) {
        return "${" + name.toUpperCase(Locale.ROOT) + "_" + what + "}";
    }

    /** The number snmp_exporter and Telegraf have for the version. */
    int number() {
        return switch (version) {
            case V1 -> 1;
            case V2C -> 2;
            case V3 -> 3;
        };
    }

    boolean authenticates() {
        return !level.equals("noAuthNoPriv");
    }

    boolean encrypts() {
        return level.isEmpty() || level.equals("authPriv");
    }

    /** A name as a word of letters, digits and underscores. */
    static String word(String name) {
        String word = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        String bare = word.replaceAll("^_+|_+$", "");
        return bare.isEmpty() ? "snmp" : bare.matches("\\d.*") ? "_" + bare : bare;
    }
}
