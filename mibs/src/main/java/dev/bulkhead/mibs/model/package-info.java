/**
 * What the compiler yields: modules and their definitions, deeply immutable, with every name
 * resolved.
 *
 * <p>Imports {@code smi} and {@code source} only; opens no file. Any thread may read it. Start
 * reading at {@link dev.bulkhead.mibs.model.Definition}. Names are the RFCs' (2578-2580).
 */
@NullMarked
package dev.bulkhead.mibs.model;

import org.jspecify.annotations.NullMarked;
