/**
 * Shows a first user around, step by step, beside the parts it tells of. JavaFX's thread. Start
 * reading at {@link dev.bulkhead.app.tour.Tour}.
 */
@NullMarked
package dev.bulkhead.app.tour;

import org.jspecify.annotations.NullMarked;
