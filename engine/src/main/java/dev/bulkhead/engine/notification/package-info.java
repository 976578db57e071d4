/**
 * What a listener job yields: {@link dev.bulkhead.engine.notification.Notification}s, and {@link
 * dev.bulkhead.engine.notification.ListenCounts}, what became of all that came. Immutable values,
 * any thread.
 *
 * <p>Imports {@code job} and {@code sample} only; {@code wire} carries it. It is apart from {@code
 * sample} because a notification names its sender in the words of {@code job}, which needs {@code
 * sample}'s variables itself.
 */
@NullMarked
package dev.bulkhead.engine.notification;

import org.jspecify.annotations.NullMarked;
