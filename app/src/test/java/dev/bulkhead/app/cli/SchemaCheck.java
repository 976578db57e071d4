package dev.bulkhead.app.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks values against a JSON Schema (2020-12). Knows what our schemas use; any other keyword is
 * an error, so that none goes unchecked.
 */
final class SchemaCheck {
    private final Map<?, ?> root;
    private final List<String> faults = new ArrayList<>();

    private SchemaCheck(Map<?, ?> root) {
        this.root = root;
    }

    /** What is wrong with a value; empty if nothing is. */
    static List<String> faults(String schema, @Nullable Object value) {
        if (!(JsonText.parse(schema) instanceof Map<?, ?> root)) {
            throw new IllegalArgumentException("the schema is no object");
        }
        SchemaCheck check = new SchemaCheck(root);
        check.check(root, value, "");
        return check.faults;
    }

    private void check(Map<?, ?> schema, @Nullable Object value, String at) {
        schema.forEach((keyword, rule) -> {
            boolean fits =
                    switch (String.valueOf(keyword)) {
                        case "$schema", "$defs", "title", "description" -> true;
                        case "$ref" -> isOf(definition(rule), value);
                        case "type" -> isType(rule, value);
                        case "const" -> Objects.equals(rule, value);
                        case "enum" -> ((List<?>) rule).contains(value);
                        case "minimum" -> number(value).compareTo(number(rule)) >= 0;
                        case "maximum" -> number(value).compareTo(number(rule)) <= 0;
                        case "pattern" ->
                                value instanceof String text
                                        && Pattern.compile((String) rule).matcher(text).find();
                        case "anyOf" -> alternatives((List<?>) rule, value) > 0;
                        case "oneOf" -> alternatives((List<?>) rule, value) == 1;
                        case "required" ->
                                value instanceof Map<?, ?> object
                                        && object.keySet().containsAll((List<?>) rule);
                        case "properties" -> properties((Map<?, ?>) rule, value, at);
                        case "additionalProperties" -> others(schema, rule, value, at);
                        case "items" -> items((Map<?, ?>) rule, value, at);
                        default -> throw new IllegalArgumentException(keyword + " is not known");
                    };
            if (!fits) {
                faults.add(at + ": " + value + " against " + keyword + " " + rule);
            }
        });
    }

    private Map<?, ?> definition(Object reference) {
        String name = ((String) reference).replaceFirst("^#/\\$defs/", "");
        Object found = ((Map<?, ?>) Objects.requireNonNull(root.get("$defs"))).get(name);
        return (Map<?, ?>) Objects.requireNonNull(found, name);
    }

    private boolean isOf(Map<?, ?> schema, @Nullable Object value) {
        SchemaCheck check = new SchemaCheck(root);
        check.check(schema, value, "");
        return check.faults.isEmpty();
    }

    private long alternatives(List<?> schemas, @Nullable Object value) {
        return schemas.stream().filter(each -> isOf((Map<?, ?>) each, value)).count();
    }

    private static boolean isType(Object type, @Nullable Object value) {
        if (type instanceof List<?> several) {
            return several.stream().anyMatch(each -> isType(each, value));
        }
        return switch ((String) type) {
            case "object" -> value instanceof Map;
            case "array" -> value instanceof List;
            case "string" -> value instanceof String;
            case "boolean" -> value instanceof Boolean;
            case "number" -> value instanceof BigDecimal;
            case "integer" ->
                    value instanceof BigDecimal number && number.stripTrailingZeros().scale() <= 0;
            default -> throw new IllegalArgumentException(type + " is not known");
        };
    }

    private static BigDecimal number(@Nullable Object value) {
        return (BigDecimal) Objects.requireNonNull(value);
    }

    private boolean properties(Map<?, ?> rules, @Nullable Object value, String at) {
        if (value instanceof Map<?, ?> object) {
            rules.forEach((name, rule) -> {
                if (object.containsKey(name)) {
                    check((Map<?, ?>) rule, object.get(name), at + "/" + name);
                }
            });
        }
        return true;
    }

    private boolean others(Map<?, ?> schema, Object rule, @Nullable Object value, String at) {
        if (!(value instanceof Map<?, ?> object)) {
            return true;
        }
        Object known = schema.get("properties");
        for (Map.Entry<?, ?> field : object.entrySet()) {
            if (known instanceof Map<?, ?> names && names.containsKey(field.getKey())) {
                continue;
            }
            if (!(rule instanceof Map<?, ?> any)) {
                return (Boolean) rule;
            }
            check(any, field.getValue(), at + "/" + field.getKey());
        }
        return true;
    }

    private boolean items(Map<?, ?> rule, @Nullable Object value, String at) {
        if (value instanceof List<?> list) {
            list.forEach(each -> check(rule, each, at + "/*"));
        }
        return true;
    }
}
