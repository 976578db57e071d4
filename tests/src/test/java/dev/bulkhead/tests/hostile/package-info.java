/**
 * Inputs that were made to hurt: texts too deep, too wide and circular, archives that name bad
 * paths or swell. {@link dev.bulkhead.tests.hostile.HostileTexts} and {@link
 * dev.bulkhead.tests.hostile.HostileArchives} write them into a folder of the test; each is
 * compiled by the installed program in a JVM of its own with little heap.
 */
package dev.bulkhead.tests.hostile;
