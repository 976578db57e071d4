package dev.bulkhead.app.cli;

import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.index.MibIndex.SearchHit;
import dev.bulkhead.mibs.index.MibNode;
import dev.bulkhead.mibs.input.Cancellation;
import dev.bulkhead.mibs.input.Progress;
import java.util.ArrayList;
import java.util.List;

/** {@code search}: definitions by part of a name, an OID, or words of the description. */
final class SearchVerb implements Verb {
    private static final List<String> COLUMNS = List.of("oid", "name", "kind");
    private static final int USUAL_LIMIT = 20;
    private static final int MOST = 100_000;

    @Override
    public List<Flag> flags() {
        return Flag.join(MibChoice.FLAGS, Flag.withValue("--limit", "--format"));
    }

    @Override
    public int run(Arguments arguments, Terminal terminal) throws UsageException {
        String query = String.join(" ", Cli.operands(arguments, 1, "give words to search for"));
        int limit = arguments.number("--limit", 1, MOST).orElse(USUAL_LIMIT);
        Format format = Format.of(arguments);
        MibIndex index = new MibChoice(arguments, terminal).load();
        index.prepareDescriptions(Cancellation.NEVER, Progress.NONE);
        List<List<Object>> rows = new ArrayList<>();
        for (SearchHit hit : index.search(query, limit)) {
            rows.add(row(hit.node()));
        }
        new Listing(COLUMNS, rows).print(format, terminal.out());
        if (rows.isEmpty()) {
            terminal.say(
                    "bulkhead: nothing in %d modules matches \"%s\""
                            .formatted(index.moduleCount(), query));
            return ExitCode.FAILED;
        }
        return ExitCode.SUCCESS;
    }

    private static List<Object> row(MibNode node) {
        String oid = node.oid().toString();
        return node.definition()
                .map(d ->
                        List.<Object>of(oid, d.module() + "::" + d.name(), DefinitionLine.kind(d)))
                .orElse(List.of(oid, node.name(), "node"));
    }
}
