package dev.bulkhead.app.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.DemoNetwork;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SnmpVersion;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CredentialViewModelTest {
    private final CredentialViewModel model = new CredentialViewModel();

    @Test
    void aCommunityComesOutAsItWentIn() {
        Credential v1 = new Credential.Community(SnmpVersion.V1, new Secret("hidden"));
        model.edit(v1);
        assertThat(model.problem()).isEmpty();
        assertThat(model.credential()).isEqualTo(v1);
    }

    @Test
    void aUserComesOutAsItWentIn() {
        model.edit(DemoNetwork.user());
        assertThat(model.problem()).isEmpty();
        assertThat(model.credential()).isEqualTo(DemoNetwork.user());
    }

    @Test
    void aShortPassphraseIsAProblemOnlyWhereOneIsNeeded() {
        model.versionProperty().set(SnmpVersion.V3);
        model.userProperty().set("me");
        model.authPassphraseProperty().set("short");
        assertThat(model.problem()).contains("credential.problem.auth");
        model.levelProperty().set(SecurityLevel.NO_AUTH_NO_PRIV);
        assertThat(model.problem()).isEmpty();
        assertThat(model.credential())
                .isEqualTo(
                        Credential.Usm.of(
                                "me",
                                SecurityLevel.NO_AUTH_NO_PRIV,
                                Optional.empty(),
                                Optional.empty()));
    }

    @Test
    void authNoPrivAsksForNoPrivacy() {
        model.versionProperty().set(SnmpVersion.V3);
        model.userProperty().set("me");
        model.levelProperty().set(SecurityLevel.AUTH_NO_PRIV);
        model.authProtocolProperty().set(AuthProtocol.SHA_1);
        model.authPassphraseProperty().set("long enough");
        assertThat(model.problem()).isEmpty();
        assertThat(((Credential.Usm) model.credential()).priv()).isEmpty();
    }

    @Test
    void theLabelHidesACommunityUnlessAllKnowIt() {
        assertThat(label("public")).isEqualTo("v2c · public");
        assertThat(label("s3cret")).isEqualTo("v2c · ***");
    }

    private static String label(String community) {
        return CredentialText.of(new Credential.Community(SnmpVersion.V2C, new Secret(community)));
    }
}
