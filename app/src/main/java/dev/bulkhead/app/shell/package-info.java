/**
 * The window's frame: menus, top bar, tabs, status bar, and the commands that join the features.
 * Start reading at {@link dev.bulkhead.app.shell.Workbench}, which holds all view models and knows
 * no scene, then {@link dev.bulkhead.app.shell.Shell}.
 */
@NullMarked
package dev.bulkhead.app.shell;

import org.jspecify.annotations.NullMarked;
