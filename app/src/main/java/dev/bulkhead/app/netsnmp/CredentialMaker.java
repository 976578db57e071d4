package dev.bulkhead.app.netsnmp;

import dev.bulkhead.app.vault.Recipe;
import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.PrivProtocol;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SnmpVersion;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes the credentials that a set of settings gives.
 *
 * <p>What net-snmp's library does without a token is done here too: MD5, DES and the empty context.
 * One thing differs: without {@code defSecurityLevel} its tools ask at noAuthNoPriv unless told
 * otherwise by {@code -l}, and a user who keeps passphrases tells them; so the level is the highest
 * that the passphrases allow, and a remark says so.
 */
final class CredentialMaker {
    /** The shortest passphrase that the USM allows (RFC 3414 §11.2). */
    private static final int SHORTEST_PASSPHRASE = 8;

    private final Settings settings;
    private final ConfFolders folders;
    private final ConfReader reader;
    private final Optional<Place> host;
    private Place place;

    /**
     * Of these settings.
     *
     * @param host the file they are of, if it is one host's: only what it changes is remarked upon
     */
    CredentialMaker(
            Settings settings, ConfFolders folders, ConfReader reader, Optional<Place> host) {
        this.settings = settings;
        this.folders = folders;
        this.reader = reader;
        this.host = host;
        this.place = new Place(Path.of(""), 0);
    }

    /** Where the one made last stands. */
    Place place() {
        return place;
    }

    private void remark(Setting setting, String message) {
        boolean inherited = host.isPresent() && !host.get().file().equals(setting.place().file());
        if (!inherited) {
            reader.remark(setting.place(), message);
        }
    }

    /** Whether v3 is what the tools speak by these settings; it is their default. */
    boolean prefersUser() {
        return settings.text(Token.DEF_VERSION).map(text -> text.equals("3")).orElse(true);
    }

    /** The user's name; "" if there is none. */
    String userName() {
        return settings.text(Token.DEF_SECURITY_NAME).orElse("");
    }

    /** A community, if one is given. */
    Optional<Recipe> community() {
        Optional<Setting> community = settings.get(Token.DEF_COMMUNITY);
        Optional<Setting> version = settings.get(Token.DEF_VERSION);
        version.filter(v -> !v.text().matches("1|2c|3"))
                .ifPresent(v -> remark(v, "defVersion is 1, 2c or 3"));
        if (community.isEmpty()) {
            return Optional.empty();
        }
        place = community.get().place();
        boolean first = version.filter(v -> v.text().equals("1")).isPresent();
        return Optional.of(
                new Recipe.Plain(
                        new Credential.Community(
                                first ? SnmpVersion.V1 : SnmpVersion.V2C,
                                community.get().value())));
    }

    /** A user, if one is given and complete. */
    Optional<Recipe> user() {
        Optional<Setting> user = settings.get(Token.DEF_SECURITY_NAME);
        if (user.isEmpty() || user.get().text().isEmpty()) {
            return Optional.empty();
        }
        place = user.get().place();
        Optional<SecurityLevel> level = level(user.get());
        if (level.isEmpty()) {
            return Optional.empty();
        }
        boolean authenticates = level.get() != SecurityLevel.NO_AUTH_NO_PRIV;
        boolean encrypts = level.get() == SecurityLevel.AUTH_PRIV;
        Optional<Credential.Auth> auth = authenticates ? auth(user.get()) : Optional.empty();
        Optional<Credential.Priv> priv = encrypts ? priv(user.get()) : Optional.empty();
        if (auth.isPresent() != authenticates || priv.isPresent() != encrypts) {
            return Optional.empty();
        }
        return Optional.of(
                new Recipe.Plain(
                        new Credential.Usm(
                                user.get().text(),
                                level.get(),
                                auth,
                                priv,
                                settings.text(Token.DEF_CONTEXT).orElse(""),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())));
    }

    private Optional<SecurityLevel> level(Setting user) {
        Optional<Setting> given = settings.get(Token.DEF_SECURITY_LEVEL);
        if (given.isEmpty()) {
            SecurityLevel highest = highest();
            if (highest != SecurityLevel.NO_AUTH_NO_PRIV) {
                remark(
                        user,
                        "no defSecurityLevel is given; the user is taken as "
                                + highest.rfcName()
                                + ", as its passphrases allow");
            }
            return Optional.of(highest);
        }
        Optional<SecurityLevel> level =
                switch (given.get().text().toLowerCase(Locale.ROOT)) {
                    case "noauthnopriv", "noauth", "nanp", "1" ->
                            Optional.of(SecurityLevel.NO_AUTH_NO_PRIV);
                    case "authnopriv", "auth", "anp", "2" ->
                            Optional.of(SecurityLevel.AUTH_NO_PRIV);
                    case "authpriv", "priv", "ap", "3" -> Optional.of(SecurityLevel.AUTH_PRIV);
                    default -> Optional.empty();
                };
        if (level.isEmpty()) {
            remark(given.get(), "defSecurityLevel is noAuthNoPriv, authNoPriv or authPriv");
        }
        return level;
    }

    private SecurityLevel highest() {
        boolean any = settings.get(Token.DEF_PASSPHRASE).isPresent();
        boolean auth = any || settings.get(Token.DEF_AUTH_PASSPHRASE).isPresent();
        boolean priv = settings.get(Token.DEF_PRIV_PASSPHRASE).isPresent() || isPrivMeant(any);
        if (!auth) {
            return SecurityLevel.NO_AUTH_NO_PRIV;
        }
        return priv ? SecurityLevel.AUTH_PRIV : SecurityLevel.AUTH_NO_PRIV;
    }

    /** One passphrase for both says nothing of privacy; a protocol named for it does. */
    private boolean isPrivMeant(boolean onePassphrase) {
        return onePassphrase && settings.get(Token.DEF_PRIV_TYPE).isPresent();
    }

    private Optional<Credential.Auth> auth(Setting user) {
        Optional<Setting> type = settings.get(Token.DEF_AUTH_TYPE);
        Optional<AuthProtocol> protocol =
                type.isEmpty() ? Optional.of(AuthProtocol.MD5) : Protocols.auth(type.get().text());
        if (protocol.isEmpty()) {
            remark(type.orElse(user), "defAuthType is not spoken: " + Protocols.authWords());
        }
        Optional<Secret> passphrase =
                passphrase(
                        user,
                        Token.DEF_AUTH_PASSPHRASE,
                        Token.DEF_AUTH_MASTER_KEY,
                        Token.DEF_AUTH_LOCALIZED_KEY);
        return protocol.flatMap(p -> passphrase.map(pass -> new Credential.Auth(p, pass)));
    }

    private Optional<Credential.Priv> priv(Setting user) {
        Optional<Setting> type = settings.get(Token.DEF_PRIV_TYPE);
        Optional<PrivProtocol> protocol =
                type.isEmpty() ? Optional.of(PrivProtocol.DES) : Protocols.priv(type.get().text());
        if (protocol.isEmpty()) {
            remark(type.orElse(user), "defPrivType is not spoken: " + Protocols.privWords());
        }
        Optional<Secret> passphrase =
                passphrase(
                        user,
                        Token.DEF_PRIV_PASSPHRASE,
                        Token.DEF_PRIV_MASTER_KEY,
                        Token.DEF_PRIV_LOCALIZED_KEY);
        return protocol.flatMap(p -> passphrase.map(pass -> new Credential.Priv(p, pass)));
    }

    private Optional<Secret> passphrase(
            Setting user, Token token, Token masterKey, Token localizedKey) {
        Optional<Setting> given = settings.get(token).or(() -> settings.get(Token.DEF_PASSPHRASE));
        if (given.isEmpty()) {
            boolean asKey =
                    settings.get(masterKey).isPresent() || settings.get(localizedKey).isPresent();
            remark(
                    user,
                    "the user is not taken: "
                            + (asKey
                                    ? "it has a key, and no " + token.spelling()
                                    : token.spelling() + " is missing"));
            return Optional.empty();
        }
        if (given.get().value().reveal().length() < SHORTEST_PASSPHRASE) {
            remark(
                    given.get(),
                    "the user is not taken: a passphrase has at least "
                            + SHORTEST_PASSPHRASE
                            + " characters");
            return Optional.empty();
        }
        return given.map(Setting::value);
    }

    /** A certificate, if one is given and found. */
    Optional<Recipe> certificate() {
        Optional<Setting> local = settings.get(Token.LOCAL_CERT);
        if (local.isEmpty()) {
            return Optional.empty();
        }
        place = local.get().place();
        return new CertificateStore(folders, this::remark)
                .recipe(local.get(), settings)
                .map(recipe -> (Recipe) recipe);
    }
}
