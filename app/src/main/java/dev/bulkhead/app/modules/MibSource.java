package dev.bulkhead.app.modules;

import java.nio.file.Path;

/**
 * A place that modules come from.
 *
 * @param isAdded whether the user added it; else it is a folder of this machine, searched only for
 *     what others import
 * @param isFile whether it is a file or archive, and no folder
 * @param isOn whether it is used
 * @param why why a folder of the machine is one
 */
record MibSource(Path path, boolean isAdded, boolean isFile, boolean isOn, String why) {}
