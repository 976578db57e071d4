package dev.bulkhead.app.notification;

import dev.bulkhead.app.agent.CredentialsViewModel;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.vault.Outline;
import dev.bulkhead.engine.job.Credential;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The certificates among the user's credentials. JavaFX's thread. */
final class StoredCertificates implements CertificateSource {
    private final CredentialsViewModel credentials;

    StoredCertificates(CredentialsViewModel credentials) {
        this.credentials = credentials;
    }

    @Override
    public Optional<String> whyNot(String name) {
        if (credentials.isMissing(name)) {
            return Optional.of(Words.text("receiver.wrong.gone", name));
        }
        return credentials.isLocked(name)
                ? Optional.of(Words.text("receiver.waits", name))
                : Optional.empty();
    }

    @Override
    public void use(String name, Consumer<Credential.Tsm> then) {
        credentials.use(
                name,
                found -> {
                    if (found instanceof Credential.Tsm certificate) {
                        then.accept(certificate);
                    }
                });
    }

    List<String> names() {
        return credentials.items().stream()
                .filter(item -> item.outline().kind() == Outline.Kind.CERTIFICATE)
                .map(CredentialsViewModel.Item::name)
                .toList();
    }
}
