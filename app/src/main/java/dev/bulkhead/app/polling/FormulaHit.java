package dev.bulkhead.app.polling;

/**
 * An object that a formula may name.
 *
 * @param name its descriptor
 * @param suffix what follows when it is taken: {@code .0} of a scalar, {@code .} of a column, whose
 *     instance is still to be typed
 * @param type of its values
 * @param unit of its number; may be ""
 */
public record FormulaHit(String name, String suffix, String module, String type, String unit) {}
