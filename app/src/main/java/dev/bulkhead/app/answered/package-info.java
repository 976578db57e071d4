/**
 * What of the tree a device answers. The view model knows no scene. JavaFX's thread; the scan is a
 * chain of jobs. Start reading at {@link dev.bulkhead.app.answered.AnswerScan}.
 */
@NullMarked
package dev.bulkhead.app.answered;

import org.jspecify.annotations.NullMarked;
