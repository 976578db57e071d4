/**
 * Notifications: the receiver and its switch, the list and one of it taken apart, the rules and
 * what they do, and the sender.
 *
 * <p>What comes goes from the listener job's thread through {@link
 * dev.bulkhead.app.notification.Intake} into {@link dev.bulkhead.app.notification.Journal}, a ring;
 * the window looks into it a few times a second. While the intake is slow the worker waits, drops
 * and counts, so that no drop is untold. Rules are judged on the job's thread too; what they send
 * leaves on the few threads of {@link dev.bulkhead.app.notification.Deliveries}. {@link
 * dev.bulkhead.app.notification.CommandRun} is the one place outside the engine's supervisor that
 * starts a process: a user's own command. View models and views: JavaFX's thread. Must not import
 * {@code shell}. Start reading at {@link dev.bulkhead.app.notification.NotificationDesk}.
 */
@NullMarked
package dev.bulkhead.app.notification;

import org.jspecify.annotations.NullMarked;
