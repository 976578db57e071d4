/**
 * Syntax trees to the model: imports, OIDs, types, tables and rows, SMIv1 to SMIv2 (RFC 3584).
 * Opens no file. One resolver, one thread; it is started over all parsed modules at once. Start
 * reading at {@link dev.bulkhead.mibs.resolve.Resolver}.
 */
@NullMarked
package dev.bulkhead.mibs.resolve;

import org.jspecify.annotations.NullMarked;
