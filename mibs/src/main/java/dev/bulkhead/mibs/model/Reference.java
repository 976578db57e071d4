package dev.bulkhead.mibs.model;

/** A definition named from elsewhere, by the module where it was found. */
public record Reference(String module, String name) {
    @Override
    public String toString() {
        return module + "::" + name;
    }
}
