package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.usm.UserKeys;
import java.util.List;

/**
 * What a sweep works with.
 *
 * @param keys one for each credential
 */
record SweepParts(Loop loop, Names names, Sessions sessions, List<UserKeys> keys, PacketTap tap) {}
