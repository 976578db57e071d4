/**
 * Which modules there are and which are loaded: {@link dev.bulkhead.app.modules.ModulesView} lists
 * them with the folders they come from and the sets the user made, and {@link
 * dev.bulkhead.app.modules.LoadReportBar} tells what came of files that were dropped. What is
 * chosen is kept in the settings and compiled in the background.
 */
@NullMarked
package dev.bulkhead.app.modules;

import org.jspecify.annotations.NullMarked;
