/**
 * Polls: {@link dev.bulkhead.app.polling.PollingViewModel} runs them as jobs and keeps a plain row
 * for each polled instance, {@link dev.bulkhead.app.polling.PollingView} shows the rows.
 *
 * <p>The engine's threads write the rows; the view reads them four times a second and only while it
 * shows. No value ever crosses to JavaFX's thread on its own.
 */
@NullMarked
package dev.bulkhead.app.polling;

import org.jspecify.annotations.NullMarked;
