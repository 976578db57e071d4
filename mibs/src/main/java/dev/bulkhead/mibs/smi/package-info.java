/**
 * Base values of the Structure of Management Information: {@link dev.bulkhead.mibs.smi.Oid} and the
 * sealed {@link dev.bulkhead.mibs.smi.SmiValue}.
 *
 * <p>Imports nothing of Bulkhead and nothing but {@code java.base}: parent, worker, window and
 * command line all speak in these values. Everything is immutable and may be shared by threads.
 * Start reading at {@code SmiValue}.
 */
@NullMarked
package dev.bulkhead.mibs.smi;

import org.jspecify.annotations.NullMarked;
