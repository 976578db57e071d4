/**
 * Formulas over polled objects, such as {@code ifHCInOctets.1 * 8 / ifHighSpeed.1 [%]}: {@link
 * dev.bulkhead.app.formula.FormulaParser} reads them and says where they are wrong, {@link
 * dev.bulkhead.app.formula.Formula} computes them. Knows no MIB and no agent: names are resolved by
 * whoever asks. Imports no JavaFX. Immutable; any thread.
 */
@NullMarked
package dev.bulkhead.app.formula;

import org.jspecify.annotations.NullMarked;
