/**
 * The MIB doctor's work on the user's files: mended copies that are compiled in their place, while
 * the files themselves are only read. Window and command line share it, so there is no JavaFX in
 * it. Reading, writing and compiling block: off JavaFX's thread. Start reading at {@link
 * dev.bulkhead.app.mending.MendedCopies}.
 */
@NullMarked
package dev.bulkhead.app.mending;

import org.jspecify.annotations.NullMarked;
