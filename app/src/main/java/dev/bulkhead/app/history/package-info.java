/**
 * What polls measured, kept in SQLite files.
 *
 * <p>{@link dev.bulkhead.app.history.History} is the face: one writer thread with a bounded queue
 * takes values, gaps and events and commits them in batches; readers have connections of their own.
 * A file has one writer process, which holds {@code FILE.lock}; another process writes {@code
 * NAME-2.db} beside it. A value counts as kept once its transaction is committed, at the latest a
 * second after it came. The tables are documented in {@code schema-1.sql} and {@code schema-2.sql},
 * which also stand in each file ({@code sqlite3 FILE .schema}); the version of a file is its {@code
 * PRAGMA user_version}.
 *
 * <p>Imports no JavaFX and nothing of the engine. Anything that reads or writes blocks, so it is
 * not for JavaFX's thread. Secrets never come here: a target is its address and its label.
 *
 * <p>SQLite, because a file of it survives {@code kill -9}, can be read with any tool while it is
 * written, and holds ten million values that can be searched by series and time.
 */
@NullMarked
package dev.bulkhead.app.history;

import org.jspecify.annotations.NullMarked;
