package dev.bulkhead.mibs.input;

import java.util.List;

/** A file and the headers of the modules it defines, in their order; none if it is no MIB. */
public record ScannedFile(FoundFile file, List<ModuleHeader> headers) {
    public ScannedFile {
        headers = List.copyOf(headers);
    }
}
