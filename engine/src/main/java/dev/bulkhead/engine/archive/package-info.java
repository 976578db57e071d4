/**
 * Names AOT caches (JEP 483, JEP 514) after the jars they are of, so that none is used with others:
 * {@link dev.bulkhead.engine.archive.AotCache}. For workers, and for the program itself.
 *
 * <p>Imports nothing of Bulkhead. Any thread. At the start of every process: no more classes than
 * it takes.
 */
@NullMarked
package dev.bulkhead.engine.archive;

import org.jspecify.annotations.NullMarked;
