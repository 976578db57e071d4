package dev.bulkhead.app.shell;

import dev.bulkhead.app.agent.CredentialForm;
import dev.bulkhead.app.agent.CredentialsViewModel;
import dev.bulkhead.app.vault.NamedCredential;
import dev.bulkhead.engine.job.Credential;
import java.util.Optional;

/** The credential form below the address bar: what it gives is asked with from then on. */
final class PopOverEnds implements CredentialForm.Ends {
    private final Workbench workbench;
    private final Runnable close;

    PopOverEnds(Workbench workbench, Runnable close) {
        this.workbench = workbench;
        this.close = close;
    }

    @Override
    public void use(Credential credential, Optional<NamedCredential> named) {
        named.filter(one -> workbench.agents().credentials().item(one.name()).isEmpty())
                .ifPresent(workbench.agents().credentials()::keepForSession);
        workbench.agents().choose(credential, named.map(NamedCredential::name));
        close.run();
    }

    @Override
    public void save(NamedCredential named) {
        CredentialsViewModel credentials = workbench.agents().credentials();
        Optional<String> instead =
                credentials.item(named.name()).map(CredentialsViewModel.Item::name);
        close.run();
        credentials.save(named, instead, () -> workbench.agents().choose(named.name()));
    }
}
