/**
 * Recordings of devices as files: {@code .snmprec} lines, and folders of them with an index of
 * times. The simulator plays them and the app writes, compares and anonymises them.
 *
 * <p>Imports {@code mibs.smi} and {@code engine.sample} only. Everything blocks and has bounds, so
 * that no file, however made, takes more than a known amount of memory; what is wrong with one is
 * told with its name and line. Start reading at {@link
 * dev.bulkhead.engine.recording.RecordingIndex}.
 */
@NullMarked
package dev.bulkhead.engine.recording;

import org.jspecify.annotations.NullMarked;
