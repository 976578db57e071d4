package dev.bulkhead.app.saving;

/**
 * What a bar's parts are called: ids such as {@code packets-save-now}, and words such as {@code
 * packets.save.title}.
 *
 * @param feature {@code packets}
 * @param deed {@code save} or {@code export}
 * @param fields what the ids of its fields begin with
 * @param stem how a file's name begins that it proposes
 */
public record SaveNames(String feature, String deed, String fields, String stem) {
    /** A bar whose fields are called after its feature alone. */
    public SaveNames(String feature, String deed, String stem) {
        this(feature, deed, feature, stem);
    }

    String id(String part) {
        return feature + "-" + deed + "-" + part;
    }

    String field(String part) {
        return fields + "-" + part;
    }

    String words(String part) {
        return feature + "." + deed + "." + part;
    }
}
