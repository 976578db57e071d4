package dev.bulkhead.app.netsnmp;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a set of files says; of a token that stands twice the last counts, as for net-snmp. */
final class Settings {
    private final Map<Token, Setting> last = new EnumMap<>(Token.class);
    private final List<Setting> aliases = new ArrayList<>();
    private final List<Setting> trusted = new ArrayList<>();

    Settings() {}

    /** All that these say, to be overridden. */
    Settings(Settings general) {
        last.putAll(general.last);
        trusted.addAll(general.trusted);
    }

    void put(Token token, Setting setting) {
        if (token == Token.ALIAS) {
            aliases.add(setting);
        } else if (token == Token.TRUST_CERT) {
            trusted.add(setting);
        }
        last.put(token, setting);
    }

    Optional<Setting> get(Token token) {
        return Optional.ofNullable(last.get(token));
    }

    /** The value of a token that is no secret. */
    Optional<String> text(Token token) {
        return get(token).map(Setting::text);
    }

    /** Each {@code NAME DEFINITION}. */
    List<Setting> aliases() {
        return aliases;
    }

    /** Each certificate to trust. */
    List<Setting> trusted() {
        return trusted;
    }
}
