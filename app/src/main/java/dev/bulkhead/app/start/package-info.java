/**
 * The start of the program from its AOT caches: {@link dev.bulkhead.app.start.StartCheck} sees at
 * each start that the cache is of these very jars, {@link dev.bulkhead.app.start.CachesMain} makes
 * the caches for an image.
 *
 * <p>Imports of Bulkhead only the engine, and no JavaFX: the command line starts here too. The main
 * thread.
 */
@NullMarked
package dev.bulkhead.app.start;

import org.jspecify.annotations.NullMarked;
