package dev.bulkhead.mibs.input;

import dev.bulkhead.mibs.input.Refused.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An archive entry's name made into the parts of a path below a folder, or refused.
 *
 * <p>The rules are those of all systems at once, so that an archive unpacks alike everywhere: both
 * slashes part, a colon is a drive's or a hidden stream's, device names are refused with any suffix
 * ({@code con.mib}), and blanks and dots at a part's end, which Windows drops, are dropped.
 */
sealed interface EntryPath {
    Pattern DEVICES =
            Pattern.compile(
                    "(?:con|prn|aux|nul|conin\\$|conout\\$|(?:com|lpt)[0-9\u00B9\u00B2\u00B3])");

    /** Safe: no part is empty, a dot, two dots, or holds a slash of either kind. */
    record Safe(List<String> parts) implements EntryPath {
        public Safe {
            parts = List.copyOf(parts);
        }
    }

    /** Not safe. */
    record Unsafe(Reason reason) implements EntryPath {}

    static EntryPath of(String name, ArchiveLimits limits) {
        if (name.chars().anyMatch(Character::isISOControl)) {
            return new Unsafe(Reason.BAD_NAME);
        }
        if (name.startsWith("/") || name.startsWith("\\") || name.indexOf(':') >= 0) {
            return new Unsafe(Reason.ABSOLUTE);
        }
        List<String> parts = new ArrayList<>();
        for (String part : name.split("[/\\\\]", -1)) {
            if (part.isEmpty() || part.equals(".")) {
                continue;
            }
            String kept = withoutTail(part);
            if (kept.isEmpty()) {
                return new Unsafe(part.startsWith("..") ? Reason.OUTSIDE : Reason.BAD_NAME);
            }
            if (isDevice(kept)) {
                return new Unsafe(Reason.DEVICE);
            }
            if (kept.length() > limits.nameLength()) {
                return new Unsafe(Reason.LONG_NAME);
            }
            parts.add(kept);
        }
        return parts.isEmpty() ? new Unsafe(Reason.BAD_NAME) : new Safe(parts);
    }

    private static String withoutTail(String part) {
        int end = part.length();
        while (end > 0 && (part.charAt(end - 1) == '.' || part.charAt(end - 1) == ' ')) {
            end--;
        }
        return part.substring(0, end);
    }

    private static boolean isDevice(String part) {
        int dot = part.indexOf('.');
        String stem = dot < 0 ? part : part.substring(0, dot);
        return DEVICES.matcher(stem.strip().toLowerCase(Locale.ROOT)).matches();
    }
}
