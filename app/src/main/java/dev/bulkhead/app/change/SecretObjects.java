package dev.bulkhead.app.change;

import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.model.Reference;
import java.util.Set;
import java.util.regex.Pattern;

/** Objects whose values are secrets, by what their modules say: those values go into no file. */
final class SecretObjects {
    private static final Set<String> CONVENTIONS =
            Set.of("KeyChange", "DHKeyChange", "PrivateKey", "Password");
    private static final Pattern NAME =
            Pattern.compile(
                    "passw|passphrase|secret|communityname|community$|sharedkey|authkey|privkey",
                    Pattern.CASE_INSENSITIVE);

    private SecretObjects() {}

    static boolean contains(ObjectType object) {
        boolean byType =
                object.syntax()
                        .textualConvention()
                        .map(Reference::name)
                        .filter(CONVENTIONS::contains)
                        .isPresent();
        return byType || NAME.matcher(object.name()).find();
    }
}
