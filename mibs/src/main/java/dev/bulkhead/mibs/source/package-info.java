/**
 * The text of MIB files: bytes to characters, offsets to lines. Reads no file itself and imports
 * nothing of Bulkhead. Immutable; any thread. Start reading at {@link
 * dev.bulkhead.mibs.source.SourceFile}.
 */
@NullMarked
package dev.bulkhead.mibs.source;

import org.jspecify.annotations.NullMarked;
