/** The program: entry point, wiring, and what both the window and the command line need. */
@NullMarked
package dev.bulkhead.app;

import org.jspecify.annotations.NullMarked;
