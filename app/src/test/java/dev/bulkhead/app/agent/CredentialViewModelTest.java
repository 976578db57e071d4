package dev.bulkhead.app.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.agent.CredentialViewModel.Kind;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.vault.NamedCredential;
import dev.bulkhead.app.vault.Recipe;
import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.DemoNetwork;
import dev.bulkhead.engine.job.Fingerprint;
import dev.bulkhead.engine.job.PrivProtocol;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CredentialViewModelTest {
    private static final OctetString ENGINE = new OctetString(new byte[] {1, 2, 3, 4, 5, 6});

    private final CredentialViewModel model = new CredentialViewModel();

    private void comesOut(Recipe recipe) {
        NamedCredential named = new NamedCredential("mine", recipe);
        model.edit(named);
        assertThat(model.problemOfStored()).isEmpty();
        assertThat(model.named()).isEqualTo(named);
    }

    @Test
    void aCommunityComesOutAsItWentIn() {
        comesOut(
                new Recipe.Plain(new Credential.Community(SnmpVersion.V1, new Secret(" hidden "))));
        assertThat(model.kindProperty().get()).isEqualTo(Kind.V1);
    }

    @Test
    void aUserComesOutAsItWentIn() {
        comesOut(new Recipe.Plain(DemoNetwork.user()));
    }

    @ParameterizedTest
    @EnumSource(PrivProtocol.class)
    void aUserWithContextAndEngineComesOutAsItWentIn(PrivProtocol priv) {
        Credential.Usm plain = DemoNetwork.user();
        comesOut(
                new Recipe.Plain(
                        new Credential.Usm(
                                "alice",
                                SecurityLevel.AUTH_PRIV,
                                Optional.of(
                                        new Credential.Auth(
                                                AuthProtocol.SHA_512,
                                                plain.auth().orElseThrow().passphrase())),
                                Optional.of(new Credential.Priv(priv, new Secret("12345678"))),
                                "vlan-7",
                                Optional.of(ENGINE),
                                Optional.of(ENGINE),
                                Optional.empty())));
    }

    @Test
    void aCertificateComesOutAsItWentIn() {
        comesOut(
                new Recipe.Certificates(
                        Path.of("our.crt"),
                        Optional.of(Path.of("our.key")),
                        Optional.of(new Secret("of the key")),
                        List.of(Path.of("ca.pem"), Path.of("other.pem")),
                        Optional.of(Fingerprint.of(Fingerprint.Hash.SHA_256, new byte[3])),
                        Optional.of("agent.example"),
                        "",
                        Optional.empty()));
    }

    @Test
    void aShortPassphraseIsAProblemOnlyWhereOneIsNeeded() {
        model.kindProperty().set(Kind.V3);
        model.userProperty().set("me");
        model.authPassphraseProperty().set("short");
        assertThat(model.problem()).contains("credential.problem.auth");
        model.authPassphraseProperty().set("long enough");
        assertThat(model.problem()).contains("credential.problem.priv");
        model.levelProperty().set(SecurityLevel.NO_AUTH_NO_PRIV);
        assertThat(model.problem()).isEmpty();
    }

    @Test
    void eachProblemHasWords() {
        model.communityProperty().set("");
        saysItself("community");
        model.kindProperty().set(Kind.V3);
        saysItself("user");
        model.userProperty().set("me");
        model.levelProperty().set(SecurityLevel.NO_AUTH_NO_PRIV);
        model.contextEngineIdProperty().set("80 00");
        saysItself("engine");
        model.contextEngineIdProperty().set("0x80:00:01:02:03");
        assertThat(model.problem()).isEmpty();
        model.securityEngineIdProperty().set("xyz");
        saysItself("engine");
        model.kindProperty().set(Kind.CERTIFICATE);
        saysItself("identity");
        model.certificate().identityProperty().set("our.crt");
        model.certificate().fingerprintProperty().set("AB:CD");
        saysItself("fingerprint");
        model.certificate().fingerprintProperty().set("");
        assertThat(model.problem()).isEmpty();
        assertThat(model.problemOfStored()).contains("credential.problem.name");
        assertThat(Words.has("credential.problem.name")).isTrue();
        assertThat(Words.has("credential.problem.key")).isTrue();
        assertThat(Words.has("credential.problem.trusted")).isTrue();
    }

    private void saysItself(String field) {
        assertThat(model.problem()).contains("credential.problem." + field);
        assertThat(Words.has("credential.problem." + field)).isTrue();
    }

    @Test
    void aLabelGivesNothingAway() {
        assertThat(
                        CredentialText.of(
                                new Credential.Community(SnmpVersion.V2C, new Secret("public"))))
                .isEqualTo("v2c · public");
        assertThat(
                        CredentialText.of(
                                new Credential.Community(SnmpVersion.V2C, new Secret("hidden"))))
                .isEqualTo("v2c · ***");
        assertThat(CredentialText.of(DemoNetwork.user())).isEqualTo("v3 · demo");
    }
}
