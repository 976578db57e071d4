/**
 * All that the user can do, each once: words, icon, key and whether it can be done now. Menus,
 * context menus, buttons and their tooltips are made from here. JavaFX's thread. Start reading at
 * {@link dev.bulkhead.app.command.Commands}.
 */
@NullMarked
package dev.bulkhead.app.command;

import org.jspecify.annotations.NullMarked;
