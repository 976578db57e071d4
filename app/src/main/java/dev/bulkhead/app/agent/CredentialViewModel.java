package dev.bulkhead.app.agent;

import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.PrivProtocol;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SnmpVersion;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The credential form's fields. JavaFX's thread. */
public final class CredentialViewModel {
    /** RFC 3414 §11.2. */
    private static final int MIN_PASSPHRASE = 8;

    private final ObjectProperty<SnmpVersion> version = new SimpleObjectProperty<>(SnmpVersion.V2C);
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

    public ObjectProperty<SnmpVersion> versionProperty() {
        return version;
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

    /** Fills the fields. */
    public void edit(Credential credential) {
        version.set(credential.version());
        switch (credential) {
            case Credential.Community c -> community.set(c.community().reveal());
            case Credential.Usm usm -> {
                user.set(usm.securityName());
                level.set(usm.level());
                usm.auth().ifPresent(this::editAuth);
                usm.priv().ifPresent(this::editPriv);
            }
            case Credential.Tsm _ -> {
                // The form has no fields for certificates.
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

    /** The key of what is wrong with the fields; empty if nothing is. */
    public Optional<String> problem() {
        if (version.get() != SnmpVersion.V3) {
            return community.get().isEmpty()
                    ? Optional.of("credential.problem.community")
                    : Optional.empty();
        }
        if (user.get().isBlank()) {
            return Optional.of("credential.problem.user");
        }
        if (needsAuth() && authPassphrase.get().length() < MIN_PASSPHRASE) {
            return Optional.of("credential.problem.auth");
        }
        if (needsPriv() && privPassphrase.get().length() < MIN_PASSPHRASE) {
            return Optional.of("credential.problem.priv");
        }
        return Optional.empty();
    }

    private boolean needsAuth() {
        return level.get() != SecurityLevel.NO_AUTH_NO_PRIV;
    }

    private boolean needsPriv() {
        return level.get() == SecurityLevel.AUTH_PRIV;
    }

    /** What the fields say; only while there is no problem. */
    public Credential credential() {
        if (version.get() != SnmpVersion.V3) {
            return new Credential.Community(version.get(), new Secret(community.get()));
        }
        return Credential.Usm.of(
                user.get().strip(),
                level.get(),
                needsAuth()
                        ? Optional.of(
                                new Credential.Auth(
                                        authProtocol.get(), new Secret(authPassphrase.get())))
                        : Optional.empty(),
                needsPriv()
                        ? Optional.of(
                                new Credential.Priv(
                                        privProtocol.get(), new Secret(privPassphrase.get())))
                        : Optional.empty());
    }
}
