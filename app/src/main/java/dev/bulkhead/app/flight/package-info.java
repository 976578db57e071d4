/**
 * The flight recorder without its window: reading a device into a recording, walks as text,
 * recordings compared and anonymised.
 *
 * <p>Window and command line share it. Imports {@code mibs}, {@code naming} and of the engine its
 * face, {@code job}, {@code sample} and {@code recording}; no JavaFX. Everything blocks and is to
 * run in the background. Start reading at {@link dev.bulkhead.app.flight.Recorder}; {@link
 * dev.bulkhead.app.flight.Anonymiser} explains itself.
 */
@NullMarked
package dev.bulkhead.app.flight;

import org.jspecify.annotations.NullMarked;
