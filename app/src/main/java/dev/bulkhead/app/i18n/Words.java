package dev.bulkhead.app.i18n;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** User text by key, in the language of the default locale. */
public final class Words {
    private static final String BUNDLE = "dev.bulkhead.app.i18n.words";

    private Words() {}

    /**
     * The text of a key with its holes filled ({@link MessageFormat}).
     *
     * @throws java.util.MissingResourceException if no bundle has the key
     */
    public static String text(String key, Object... arguments) {
        String pattern = ResourceBundle.getBundle(BUNDLE).getString(key);
        Locale locale = Locale.getDefault();
        boolean isLong = locale.getLanguage().equals(LongWords.LANGUAGE.getLanguage());
        return new MessageFormat(isLong ? LongWords.of(pattern) : pattern, locale)
                .format(arguments);
    }

    /** Whether a text of this key exists. */
    public static boolean has(String key) {
        return ResourceBundle.getBundle(BUNDLE).containsKey(key);
    }
}
