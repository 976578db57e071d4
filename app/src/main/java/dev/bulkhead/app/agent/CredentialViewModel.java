package dev.bulkhead.app.agent;

import dev.bulkhead.app.vault.NamedCredential;
import dev.bulkhead.app.vault.Recipe;
import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.PrivProtocol;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.util.HexFormat;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The credential form's fields. JavaFX's thread. */
public final class CredentialViewModel {
    /** RFC 3414 §11.2. */
    private static final int MIN_PASSPHRASE = 8;

    /** RFC 3411 §5, SnmpEngineID. */
    private static final int MIN_ENGINE_ID = 5;

    private static final int MAX_ENGINE_ID = 32;

    private final StringProperty name = new SimpleStringProperty("");
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.V2C);
    private final StringProperty community = new SimpleStringProperty("");
    private final StringProperty user = new SimpleStringProperty("");
    private final ObjectProperty<SecurityLevel> level =
            new SimpleObjectProperty<>(SecurityLevel.AUTH_PRIV);
    private final ObjectProperty<AuthProtocol> authProtocol =
            new SimpleObjectProperty<>(AuthProtocol.SHA_256);
    private final StringProperty authPassphrase = new SimpleStringProperty("");
    private final ObjectProperty<PrivProtocol> privProtocol =
            new SimpleObjectProperty<>(PrivProtocol.AES_128);
    private final StringProperty privPassphrase = new SimpleStringProperty("");
    private final StringProperty contextName = new SimpleStringProperty("");
    private final StringProperty contextEngineId = new SimpleStringProperty("");
    private final StringProperty securityEngineId = new SimpleStringProperty("");
    private final CertificateFields certificate = new CertificateFields();

    /** What can be chosen first. */
    public enum Kind {
        V1,
        V2C,
        V3,
        CERTIFICATE
    }

    /** What the user calls it; may be empty for one that is not stored. */
    public StringProperty nameProperty() {
        return name;
    }

    public ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    public StringProperty communityProperty() {
        return community;
    }

    public StringProperty userProperty() {
        return user;
    }

    public ObjectProperty<SecurityLevel> levelProperty() {
        return level;
    }

    public ObjectProperty<AuthProtocol> authProtocolProperty() {
        return authProtocol;
    }

    public StringProperty authPassphraseProperty() {
        return authPassphrase;
    }

    public ObjectProperty<PrivProtocol> privProtocolProperty() {
        return privProtocol;
    }

    public StringProperty privPassphraseProperty() {
        return privPassphrase;
    }

    public StringProperty contextNameProperty() {
        return contextName;
    }

    /** In hexadecimal; empty: the agent's own. */
    public StringProperty contextEngineIdProperty() {
        return contextEngineId;
    }

    /** In hexadecimal; empty: found by discovery. */
    public StringProperty securityEngineIdProperty() {
        return securityEngineId;
    }

    /** The files of a certificate. */
    public CertificateFields certificate() {
        return certificate;
    }

    /** All fields, for who wants to know of each change. */
    public Observable[] fields() {
        return new Observable[] {
            kind,
            community,
            user,
            level,
            authProtocol,
            authPassphrase,
            privProtocol,
            privPassphrase,
            contextName,
            contextEngineId,
            securityEngineId,
            certificate.identityProperty(),
            certificate.keyProperty(),
            certificate.passwordProperty(),
            certificate.trustedProperty(),
            certificate.fingerprintProperty(),
            certificate.peerNameProperty()
        };
    }

    /** Fills the fields. */
    public void edit(NamedCredential named) {
        name.set(named.name());
        switch (named.recipe()) {
            case Recipe.Plain(Credential credential) -> edit(credential);
            case Recipe.Certificates files -> {
                kind.set(Kind.CERTIFICATE);
                certificate.edit(files);
                contextName.set(files.contextName());
                contextEngineId.set(hex(files.contextEngineId()));
            }
        }
    }

    /** Fills the fields, but for the name. */
    public void edit(Credential credential) {
        switch (credential) {
            case Credential.Community c -> {
                kind.set(c.version() == SnmpVersion.V1 ? Kind.V1 : Kind.V2C);
                community.set(c.community().reveal());
            }
            case Credential.Usm usm -> {
                kind.set(Kind.V3);
                user.set(usm.securityName());
                level.set(usm.level());
                usm.auth().ifPresent(this::editAuth);
                usm.priv().ifPresent(this::editPriv);
                contextName.set(usm.contextName());
                contextEngineId.set(hex(usm.contextEngineId()));
                securityEngineId.set(hex(usm.securityEngineId()));
            }
            case Credential.Tsm tsm -> {
                // Which files it came from it does not know.
                kind.set(Kind.CERTIFICATE);
                contextName.set(tsm.contextName());
            }
        }
    }

    private void editAuth(Credential.Auth auth) {
        authProtocol.set(auth.protocol());
        authPassphrase.set(auth.passphrase().reveal());
    }

    private void editPriv(Credential.Priv priv) {
        privProtocol.set(priv.protocol());
        privPassphrase.set(priv.passphrase().reveal());
    }

    private static String hex(Optional<OctetString> octets) {
        return octets.map(o -> HexFormat.of().formatHex(o.bytes())).orElse("");
    }

    /** The key of what is wrong with the fields; empty if nothing is. */
    public Optional<String> problem() {
        return switch (kind.get()) {
            case V1, V2C -> when(community.get().isEmpty(), "community");
            case V3 -> userProblem().or(this::contextProblem);
            case CERTIFICATE -> certificate.problem().or(this::contextProblem);
        };
    }

    private Optional<String> userProblem() {
        if (user.get().isBlank()) {
            return when(true, "user");
        }
        if (needsAuth() && authPassphrase.get().length() < MIN_PASSPHRASE) {
            return when(true, "auth");
        }
        if (needsPriv() && privPassphrase.get().length() < MIN_PASSPHRASE) {
            return when(true, "priv");
        }
        return when(isNoEngineId(securityEngineId.get()), "engine");
    }

    private Optional<String> contextProblem() {
        return when(isNoEngineId(contextEngineId.get()), "engine");
    }

    /** The same, and whether it lacks the name it is to be stored by. */
    public Optional<String> problemOfStored() {
        int length = name.get().strip().length();
        return problem().or(() -> when(length == 0 || length > NamedCredential.MAX_NAME, "name"));
    }

    static Optional<String> when(boolean wrong, String field) {
        return wrong ? Optional.of("credential.problem." + field) : Optional.empty();
    }

    private static boolean isNoEngineId(String text) {
        return !text.isBlank() && octets(text).isEmpty();
    }

    private static Optional<OctetString> octets(String text) {
        String digits = text.strip().replaceFirst("^0[xX]", "").replace(":", "").replace(" ", "");
        boolean isHex = digits.length() % 2 == 0 && digits.matches("[0-9a-fA-F]+");
        int length = digits.length() / 2;
        return isHex && length >= MIN_ENGINE_ID && length <= MAX_ENGINE_ID
                ? Optional.of(new OctetString(HexFormat.of().parseHex(digits)))
                : Optional.empty();
    }

    private boolean needsAuth() {
        return level.get() != SecurityLevel.NO_AUTH_NO_PRIV;
    }

    private boolean needsPriv() {
        return level.get() == SecurityLevel.AUTH_PRIV;
    }

    /** What the fields say, by its name; only while there is no problem. */
    public NamedCredential named() {
        return new NamedCredential(name.get().strip(), recipe());
    }

    /** What the fields say; only while there is no problem. */
    public Recipe recipe() {
        return switch (kind.get()) {
            case V1 -> community(SnmpVersion.V1);
            case V2C -> community(SnmpVersion.V2C);
            case V3 -> new Recipe.Plain(usm());
            case CERTIFICATE ->
                    certificate.recipe(contextName.get().strip(), octets(contextEngineId.get()));
        };
    }

    private Recipe community(SnmpVersion version) {
        return new Recipe.Plain(new Credential.Community(version, new Secret(community.get())));
    }

    private Credential.Usm usm() {
        Secret auth = new Secret(authPassphrase.get());
        Secret priv = new Secret(privPassphrase.get());
        return new Credential.Usm(
                user.get().strip(),
                level.get(),
                needsAuth()
                        ? Optional.of(new Credential.Auth(authProtocol.get(), auth))
                        : Optional.empty(),
                needsPriv()
                        ? Optional.of(new Credential.Priv(privProtocol.get(), priv))
                        : Optional.empty(),
                contextName.get().strip(),
                octets(contextEngineId.get()),
                octets(securityEngineId.get()),
                Optional.empty());
    }
}
