/**
 * Who is there: asks whole networks, shows the devices that answer as they come, and puts those the
 * user chooses into the list of devices.
 *
 * <p>The sweep itself runs in a worker; its events come on the job's thread and wait until the
 * window takes them at its next tick. All else is JavaFX's thread. Start reading at {@link
 * dev.bulkhead.app.discovery.DiscoveryViewModel}.
 */
@NullMarked
package dev.bulkhead.app.discovery;

import org.jspecify.annotations.NullMarked;
