package dev.bulkhead.app.cli;

import dev.bulkhead.app.export.CsvWriter;
import dev.bulkhead.app.export.InertText;
import dev.bulkhead.app.export.JsonWriter;
import dev.bulkhead.app.export.Row;
import dev.bulkhead.app.export.RowWriter;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.naming.OidStyle;
import dev.bulkhead.app.naming.UnknownNameException;
import dev.bulkhead.mibs.index.MibNode;
import dev.bulkhead.mibs.smi.Oid;
import java.util.List;
import java.util.Optional;

/** {@code translate}: names to OIDs and OIDs to names, and what a module says of them. */
final class TranslateVerb implements Verb {
    private static final List<String> COLUMNS =
            List.of("oid", "name", "module", "kind", "syntax", "index");

    @Override
    public List<Flag> flags() {
        return Flag.join(MibChoice.FLAGS, Flag.withValue("-O", "-T", "-I", "--format"));
    }

    @Override
    public int run(Arguments arguments, Terminal terminal)
            throws UsageException, UnknownNameException {
        List<String> operands = Cli.operands(arguments, 1, "give a name or an OID");
        TextStyle style = TextStyle.of(arguments);
        Format format = Format.of(arguments);
        String report = arguments.value("-T").orElse("");
        if (report.length() > 1 || !"dplz".contains(report)) {
            throw new UsageException("-T is d: details, p: tree, l: labelled or z: plain list");
        }
        boolean details = report.equals("d");
        boolean styled = arguments.has("-O");
        NameSource source = new NameSource(new MibChoice(arguments, terminal), true);
        MibNames names = source.names();
        RowWriter rows = format == Format.CSV ? new CsvWriter(COLUMNS) : json(format);
        for (String operand : operands) {
            Oid oid = resolve(operand, arguments, names);
            if (!report.isEmpty() && !details) {
                report(report, names.index().nearest(oid), terminal.out());
                continue;
            }
            if (format != Format.TEXT) {
                terminal.out().print(rows.next(row(oid, names)));
                continue;
            }
            OidStyle shown = styled || details ? style.oids() : other(operand);
            terminal.out().println(InertText.of(names.name(oid, shown)));
            if (details) {
                terminal.out().print(InertText.of(DefinitionText.of(oid, names)));
            }
        }
        if (format != Format.TEXT) {
            terminal.out().print(rows.end());
        }
        return ExitCode.SUCCESS;
    }

    /** By regular expression with {@code -Ib}; other {@code -I} letters choose what is usual. */
    private static Oid resolve(String operand, Arguments arguments, MibNames names)
            throws UnknownNameException {
        boolean best = arguments.value("-I").orElse("").contains("b");
        return best ? BestMatch.find(operand, names) : names.resolve(operand);
    }

    private static void report(String letter, MibNode top, Output out) {
        if (letter.equals("p")) {
            TreeText.draw(top, out::println);
        } else {
            list(top, letter.equals("l"), out);
        }
    }

    /** All names below a node ({@code -Tz}), or their paths with numbers ({@code -Tl}). */
    private static void list(MibNode node, boolean labelled, Output out) {
        if (node.oid().size() > 0) {
            out.println(
                    labelled
                            ? labelledPath(node)
                            : "\"" + node.name() + "\"\t\t\t\"" + node.oid() + "\"");
        }
        node.children().forEach(child -> list(child, labelled, out));
    }

    private static String labelledPath(MibNode node) {
        String above = node.parent().map(TranslateVerb::labelledPath).orElse("");
        return node.oid().size() == 0
                ? ""
                : above + "." + node.name() + "(" + node.oid().last() + ")";
    }

    private static RowWriter json(Format format) {
        return format == Format.JSON ? JsonWriter.array() : JsonWriter.lines();
    }

    /** Without {@code -O}, the other way of writing it: names for numbers, numbers for names. */
    private static OidStyle other(String operand) {
        return MibNames.isNumeric(operand)
                ? OidStyle.MODULE
                : OidStyle.MODULE.withForm(OidStyle.Form.NUMERIC);
    }

    private static Row row(Oid oid, MibNames names) {
        Row row = new Row().put("oid", oid.toString()).put("name", names.qualifiedName(oid));
        Optional<MibNode> node =
                names.object(oid)
                        .flatMap(object -> names.index().node(object.oid()))
                        .or(() -> names.index().node(oid));
        node.flatMap(MibNode::definition)
                .ifPresent(definition -> {
                    row.put("module", definition.module());
                    row.put("kind", DefinitionLine.kind(definition));
                });
        names.object(oid).ifPresent(o -> row.put("syntax", o.syntax().declaredType()));
        List<String> parts = names.indexParts(oid);
        return names.object(oid).isEmpty() || parts.isEmpty() ? row : row.put("index", parts);
    }
}
