/**
 * Runs and their results. A {@link dev.bulkhead.app.query.QueryRun} is plain Java written by an
 * engine thread; the views repaint what is dirty, at most ten times a second. What every job has in
 * common (state, worker, notices) is {@link dev.bulkhead.app.query.JobProgress}.
 */
@NullMarked
package dev.bulkhead.app.query;

import org.jspecify.annotations.NullMarked;
