package dev.bulkhead.mibs.input;

import java.nio.file.Path;

/**
 * An archive's place in a cache.
 *
 * @param folder holds nothing but the unpacked files; does not exist if unpacking was cancelled,
 *     took too long, or the disk failed
 * @param unpacked what is in it, and what was refused when it was made
 * @param isReused whether it was there before
 */
public record UnpackedFolder(Path folder, Unpacked unpacked, boolean isReused) {}
