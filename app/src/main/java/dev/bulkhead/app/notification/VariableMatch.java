package dev.bulkhead.app.notification;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.engine.notification.Notification;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.SmiValue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A variable by its name, and if wanted by its value. */
final class VariableMatch {
    private static final Pattern CONDITION =
            Pattern.compile("\\s*([\\w.:*-]+)\\s*(?:(!=|=|<|>)\\s*(.+?)\\s*)?");
    private static final Pattern LABELLED = Pattern.compile("(.*)\\((-?\\d+)\\)");

    private final Glob name;
    private final String operator;
    private final String wanted;

    /**
     * @throws IllegalArgumentException with words for the user if it is no condition
     */
    VariableMatch(String text) {
        Matcher parts = CONDITION.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(Words.text("rules.wrong.variable", text));
        }
        name = new Glob(parts.group(1));
        operator = parts.group(2) == null ? "" : parts.group(2);
        wanted = parts.group(3) == null ? "" : parts.group(3);
        boolean ordered = operator.equals("<") || operator.equals(">");
        if (ordered && number(wanted).isEmpty()) {
            throw new IllegalArgumentException(Words.text("rules.wrong.number", wanted));
        }
    }

    boolean fits(Notification notification, NotificationText text) {
        for (VarBind varBind : notification.varBinds()) {
            if (isNamed(varBind, text) && hasValue(varBind, text)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNamed(VarBind varBind, NotificationText text) {
        Optional<ObjectType> object = text.names().object(varBind.name());
        return object.map(found -> name.fits(found.name()) || name.fits(found.qualifiedName()))
                        .orElse(false)
                || name.fits(text.names().shortName(varBind.name()))
                || name.fits(text.names().qualifiedName(varBind.name()))
                || name.fits(varBind.name().toString());
    }

    private boolean hasValue(VarBind varBind, NotificationText text) {
        return switch (operator) {
            case "=" -> isWanted(varBind, text);
            case "!=" -> !isWanted(varBind, text);
            case "<" -> compared(varBind) < 0;
            case ">" -> compared(varBind) > 0;
            default -> true;
        };
    }

    private boolean isWanted(VarBind varBind, NotificationText text) {
        String value = text.value(varBind);
        Matcher labelled = LABELLED.matcher(value);
        boolean isLabel =
                labelled.matches()
                        && (labelled.group(1).equalsIgnoreCase(wanted)
                                || labelled.group(2).equals(wanted));
        Optional<BigDecimal> number = number(wanted);
        boolean isNumber = number.isPresent() && number.equals(number(varBind.value()));
        return isLabel || isNumber || new Glob(wanted).fits(value);
    }

    /** How the value stands to what is wanted; 0 too if it is no number. */
    private int compared(VarBind varBind) {
        return number(varBind.value())
                .map(value -> value.compareTo(number(wanted).orElse(value)))
                .orElse(0);
    }

    private static Optional<BigDecimal> number(String text) {
        return text.matches("-?\\d{1,20}(\\.\\d{1,9})?")
                ? Optional.of(new BigDecimal(text).stripTrailingZeros())
                : Optional.empty();
    }

    private static Optional<BigDecimal> number(SmiValue value) {
        return switch (value) {
            case SmiValue.Integer32(int number) -> number(Integer.toString(number));
            case SmiValue.Counter32(long number) -> number(Long.toString(number));
            case SmiValue.Gauge32(long number) -> number(Long.toString(number));
            case SmiValue.TimeTicks(long number) -> number(Long.toString(number));
            case SmiValue.Counter64(long number) -> number(Long.toUnsignedString(number));
            default -> Optional.empty();
        };
    }
}
