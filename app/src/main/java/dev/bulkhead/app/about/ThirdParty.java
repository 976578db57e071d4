package dev.bulkhead.app.about;

import java.util.List;

/**
 * A work of others that comes with the program.
 *
 * @param files its jars without version, or what else it is found by
 * @param version "" where it has none
 * @param licence as NOTICE names it
 * @param remarks lines about it
 */
public record ThirdParty(
        String name,
        List<String> files,
        String version,
        String licence,
        String home,
        List<String> remarks) {
    public ThirdParty {
        files = List.copyOf(files);
        remarks = List.copyOf(remarks);
    }
}
