/**
 * The guide in the window: a list of pages that can be searched, and the page with its picture,
 * whose commands can be given right there. {@link dev.bulkhead.app.help.GuideView} shows what
 * {@link dev.bulkhead.app.help.GuideViewModel} has found in {@link dev.bulkhead.app.guide}; {@link
 * dev.bulkhead.app.help.Topics} says which page is about what has the focus. JavaFX's thread.
 */
@NullMarked
package dev.bulkhead.app.help;

import org.jspecify.annotations.NullMarked;
