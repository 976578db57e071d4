package dev.bulkhead.app.netsnmp;

import java.nio.file.Path;
import java.util.List;

/**
 * What net-snmp's files give.
 *
 * @param credentials no two of one name
 * @param devices no two of one name
 * @param remarks what was not taken, file by file
 * @param files those that were read
 */
public record Found(
        List<FoundCredential> credentials,
        List<FoundDevice> devices,
        List<Remark> remarks,
        List<Path> files) {
    public Found {
        credentials = List.copyOf(credentials);
        devices = List.copyOf(devices);
        remarks = List.copyOf(remarks);
        files = List.copyOf(files);
    }
}
