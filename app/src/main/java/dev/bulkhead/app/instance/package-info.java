/**
 * Which instance of a column is meant: the device's own, with what they are called. The view model
 * knows no scene. JavaFX's thread; the walk is a job like any other. Start reading at {@link
 * dev.bulkhead.app.instance.InstancesViewModel}.
 */
@NullMarked
package dev.bulkhead.app.instance;

import org.jspecify.annotations.NullMarked;
