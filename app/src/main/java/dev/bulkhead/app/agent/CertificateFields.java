package dev.bulkhead.app.agent;

import dev.bulkhead.app.vault.Recipe;
import dev.bulkhead.engine.job.Fingerprint;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The credential form's fields for TLS and DTLS (RFC 6353). JavaFX's thread. */
public final class CertificateFields {
    private final StringProperty identity = new SimpleStringProperty("");
    private final StringProperty key = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final StringProperty trusted = new SimpleStringProperty("");
    private final StringProperty fingerprint = new SimpleStringProperty("");
    private final StringProperty peerName = new SimpleStringProperty("");

    /** The file of our certificate. */
    public StringProperty identityProperty() {
        return identity;
    }

    /** The file of our key, if it is another. */
    public StringProperty keyProperty() {
        return key;
    }

    /** Of our key. */
    public StringProperty passwordProperty() {
        return password;
    }

    /** Files of certificates to trust, with the system's path separator between. */
    public StringProperty trustedProperty() {
        return trusted;
    }

    /** Of the agent's certificate, in hexadecimal. */
    public StringProperty fingerprintProperty() {
        return fingerprint;
    }

    /** The name the agent's certificate must bear. */
    public StringProperty peerNameProperty() {
        return peerName;
    }

    void edit(Recipe.Certificates files) {
        identity.set(files.identity().toString());
        key.set(files.key().map(Path::toString).orElse(""));
        password.set(files.password().map(Secret::reveal).orElse(""));
        trusted.set(
                String.join(
                        File.pathSeparator, files.trusted().stream().map(Path::toString).toList()));
        fingerprint.set(
                files.fingerprint()
                        .map(print -> print.toString().replaceFirst("^\\S+ ", ""))
                        .orElse(""));
        peerName.set(files.peerName().orElse(""));
    }

    Optional<String> problem() {
        if (identity.get().isBlank() || isNoPath(identity.get())) {
            return CredentialViewModel.when(true, "identity");
        }
        if (isNoPath(key.get())) {
            return CredentialViewModel.when(true, "key");
        }
        if (trustedNames().anyMatch(CertificateFields::isNoPath)) {
            return CredentialViewModel.when(true, "trusted");
        }
        return CredentialViewModel.when(
                !fingerprint.get().isBlank() && print().isEmpty(), "fingerprint");
    }

    private static boolean isNoPath(String text) {
        try {
            return text.indexOf('\0') >= 0 || Path.of(text.strip()).toString().contains("\n");
        } catch (InvalidPathException e) {
            return true;
        }
    }

    private Stream<String> trustedNames() {
        return Stream.of(trusted.get().split(Pattern.quote(File.pathSeparator), -1))
                .filter(text -> !text.isBlank());
    }

    private Optional<Fingerprint> print() {
        try {
            return fingerprint.get().isBlank()
                    ? Optional.empty()
                    : Optional.of(Fingerprint.parse(fingerprint.get()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Recipe.Certificates recipe(String contextName, Optional<OctetString> contextEngineId) {
        return new Recipe.Certificates(
                Path.of(identity.get().strip()),
                present(key.get()).map(Path::of),
                password.get().isEmpty() ? Optional.empty() : Optional.of(secret()),
                trustedNames().map(text -> Path.of(text.strip())).toList(),
                print(),
                present(peerName.get()),
                contextName,
                contextEngineId);
    }

    private Secret secret() {
        return new Secret(password.get());
    }

    private static Optional<String> present(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    }
}
