/**
 * What the compiler says about the modules, over all files: {@link
 * dev.bulkhead.app.problems.ProblemsView} lists it, {@link
 * dev.bulkhead.app.problems.DiagnosticPanel} tells of one fault in full, and {@link
 * dev.bulkhead.app.problems.MendingViewModel} applies the compiler's suggestions to copies of the
 * files. Filtering, reading and mending run on virtual threads.
 */
@NullMarked
package dev.bulkhead.app.problems;

import org.jspecify.annotations.NullMarked;
