/**
 * The syntax tree of one file: what stands in the text, with nothing resolved. Immutable records;
 * any thread. Start reading at {@link dev.bulkhead.mibs.syntax.ModuleSyntax}.
 */
@NullMarked
package dev.bulkhead.mibs.syntax;

import org.jspecify.annotations.NullMarked;
