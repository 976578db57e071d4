/**
 * The guide: a page for each task, written in a small part of Markdown so that a code host, the
 * window and a terminal show the same text. {@link dev.bulkhead.app.guide.Guide} finds pages,
 * {@link dev.bulkhead.app.guide.PageParser} reads them and refuses what it does not know, {@link
 * dev.bulkhead.app.guide.PlainText} writes them for a terminal. The pages lie beside the classes,
 * as {@code NAME.md}, their pictures in {@code pictures}. Imports no JavaFX. Immutable; any thread.
 */
@NullMarked
package dev.bulkhead.app.guide;

import org.jspecify.annotations.NullMarked;
