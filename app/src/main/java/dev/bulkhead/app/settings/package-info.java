/**
 * What the window remembers from one start to the next; no secret is ever among it. Reading and
 * writing are small and done off JavaFX's thread by whoever calls. Start reading at {@link
 * dev.bulkhead.app.settings.Settings}.
 */
@NullMarked
package dev.bulkhead.app.settings;

import org.jspecify.annotations.NullMarked;
