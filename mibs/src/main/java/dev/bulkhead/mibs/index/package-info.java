/**
 * The OID tree, names and search over compiled modules. Start reading at {@link
 * dev.bulkhead.mibs.index.MibIndex}. Opens no file; immutable, any thread.
 */
@NullMarked
package dev.bulkhead.mibs.index;

import org.jspecify.annotations.NullMarked;
