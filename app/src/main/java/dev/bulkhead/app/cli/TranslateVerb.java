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
        boolean details = details(arguments);
        boolean styled = arguments.has("-O");
        NameSource source = new NameSource(new MibChoice(arguments, terminal), true);
        MibNames names = source.names();
        RowWriter rows = format == Format.CSV ? new CsvWriter(COLUMNS) : json(format);
        for (String operand : operands) {
            Oid oid = names.resolve(operand);
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

    private static RowWriter json(Format format) {
        return format == Format.JSON ? JsonWriter.array() : JsonWriter.lines();
    }

    private static boolean details(Arguments arguments) throws UsageException {
        Optional<String> letters = arguments.value("-T");
        if (letters.isPresent() && !letters.get().equals("d")) {
            throw new UsageException("-T is d: details");
        }
        return letters.isPresent();
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
