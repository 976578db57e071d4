package dev.bulkhead.app.agent;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.vault.Outline;
import dev.bulkhead.engine.job.Credential;

/** A credential in words that give nothing away. */
public final class CredentialText {
    /** What everybody knows needs no hiding (RFC 1157 leaves it open; all agents ship with it). */
    private static final String WELL_KNOWN = "public";

    private CredentialText() {}

    /** {@code v2c · public}, {@code v2c · ***} or {@code v3 · user}. */
    public static String of(Credential credential) {
        return switch (credential) {
            case Credential.Community community ->
                    Words.text(
                            "credential.label",
                            community.version().flag(),
                            community.community().reveal().equals(WELL_KNOWN)
                                    ? WELL_KNOWN
                                    : community.community().toString());
            case Credential.Usm usm ->
                    Words.text("credential.label", usm.version().flag(), usm.securityName());
            case Credential.Tsm tsm ->
                    Words.text(
                            "credential.label",
                            tsm.version().flag(),
                            Words.text("credential.certificate"));
        };
    }

    /** {@code v3 · alice · authPriv SHA-256/AES}. */
    static String of(Outline outline) {
        return switch (outline.kind()) {
            case COMMUNITY -> Words.text("credentials.community", outline.version().flag());
            case USER -> Words.text("credentials.user", outline.who(), outline.detail());
            case CERTIFICATE -> Words.text("credentials.certificate", outline.who());
        };
    }
}
