/**
 * The OID tree, names and search over compiled modules, and how they are packed: {@link
 * dev.bulkhead.mibs.index.ModuleBlock} packs one module, {@link
 * dev.bulkhead.mibs.index.StoreBuilder} puts all into the one buffer that a {@link
 * dev.bulkhead.mibs.index.MibStore} reads, on the heap or mapped from a cache. Start reading at
 * {@link dev.bulkhead.mibs.index.MibIndex}.
 *
 * <p>One buffer and not objects, because 4,300 modules would take a gigabyte of those and seconds
 * to make them; so a start maps a file, and a definition becomes an object when it is looked at.
 * Opens no file itself; immutable, any thread.
 */
@NullMarked
package dev.bulkhead.mibs.index;

import org.jspecify.annotations.NullMarked;
