/**
 * The text of a MIB file: {@link dev.bulkhead.app.source.SourceDocument} is one that was read and
 * cut into tokens, off JavaFX's thread; {@link dev.bulkhead.app.source.SourceViewModel} says which
 * is shown, where, and what the compiler said; {@link dev.bulkhead.app.source.SourceView} shows it,
 * only the lines in sight.
 */
@NullMarked
package dev.bulkhead.app.source;

import org.jspecify.annotations.NullMarked;
