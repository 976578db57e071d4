/**
 * What this program is, what it is made of, and under which terms. {@link
 * dev.bulkhead.app.about.Notice} reads the file NOTICE, which the build puts beside it, so that the
 * page and the file never differ; {@link dev.bulkhead.app.about.AboutView} shows it, on JavaFX's
 * thread. Imports only words and looks.
 */
@NullMarked
package dev.bulkhead.app.about;

import org.jspecify.annotations.NullMarked;
