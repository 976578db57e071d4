package dev.bulkhead.mibs;

import dev.bulkhead.mibs.input.HeaderScan;
import dev.bulkhead.mibs.input.ModuleHeader;
import dev.bulkhead.mibs.syntax.ModuleSyntax;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the modules that others import in files that are searched for nothing else.
 *
 * <p>Files named after a module that is missing are read first, so that a folder of thousands costs
 * only what is needed of it; if something is missing still, the headers of all the rest are scanned
 * once, and files are read by what they are found to define.
 */
final class ImportSearch {
    private final TextParser parser;
    private final List<MibText> left;
    private boolean scanned;
    private final Map<String, List<MibText>> byHeader = new HashMap<>();

    ImportSearch(TextParser parser, List<MibText> places) {
        this.parser = parser;
        this.left = new ArrayList<>(places);
    }

    /**
     * Adds to {@code parsed} what its modules import, and what that imports, as far as found.
     *
     * @param wanted modules that are to be found, too
     */
    void addTo(List<ParsedFile> parsed, Set<String> wanted) {
        Set<String> missing = missing(parsed, wanted);
        while (!missing.isEmpty() && !left.isEmpty()) {
            List<MibText> next = named(missing);
            if (next.isEmpty()) {
                next = defining(missing);
            }
            if (next.isEmpty()) {
                return;
            }
            left.removeAll(next);
            parsed.addAll(parser.parse(next));
            missing = missing(parsed, wanted);
        }
    }

    private List<MibText> named(Set<String> missing) {
        return left.stream().filter(text -> missing.contains(moduleName(text.name()))).toList();
    }

    private List<MibText> defining(Set<String> missing) {
        if (!scanned) {
            scanned = true;
            for (MibText text : left) {
                for (ModuleHeader header : headers(text)) {
                    byHeader.computeIfAbsent(header.name(), n -> new ArrayList<>(1)).add(text);
                }
            }
        }
        Set<MibText> found = new HashSet<>();
        missing.forEach(name -> found.addAll(byHeader.getOrDefault(name, List.of())));
        return left.stream().filter(found::contains).toList();
    }

    private static List<ModuleHeader> headers(MibText text) {
        try {
            return text.size() > TextParser.MAX_FILE_BYTES
                    ? List.of()
                    : HeaderScan.of(text.content().read());
        } catch (IOException e) {
            return List.of(); // a file that nobody asked for
        }
    }

    private static Set<String> missing(List<ParsedFile> parsed, Set<String> wanted) {
        Set<String> missing = new HashSet<>(wanted);
        for (ParsedFile file : parsed) {
            for (ModuleSyntax module : file.modules()) {
                module.imports().forEach(clause -> missing.add(clause.module().text()));
            }
        }
        for (ParsedFile file : parsed) {
            file.modules().forEach(module -> missing.remove(module.name().text()));
        }
        return missing;
    }

    /** {@code IF-MIB} for {@code ietf/IF-MIB} and {@code /mibs/IF-MIB.txt}. */
    private static String moduleName(String file) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
