package dev.bulkhead.app.neighbour;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.pollset.PollBlock;
import dev.bulkhead.app.pollset.PollDevice;
import dev.bulkhead.app.pollset.PollSet;
import dev.bulkhead.app.pollset.Quoted;
import dev.bulkhead.app.vault.Outline;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.mibs.model.MaxAccess;
import dev.bulkhead.mibs.model.ObjectType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes a poll set for Telegraf's {@code inputs.snmp}.
 *
 * <p>There is one input for each interval and each way to ask. Instances become fields, all
 * instances of columns become tables with their index as a tag. Every object has number and name,
 * so that Telegraf needs no MIBs.
 */
public final class TelegrafText {
    private final PollSet set;
    private final MibNames names;
    private final Function<String, Optional<Outline>> known;
    private final Notes notes = new Notes();
    private final WantedObjects wanted;
    private final StringBuilder text = new StringBuilder(1000);

    private TelegrafText(PollSet set, MibNames names, Function<String, Optional<Outline>> known) {
        this.set = set;
        this.names = names;
        this.known = known;
        this.wanted = new WantedObjects(names, notes);
    }

    /**
     * The text of a set.
     *
     * @param names resolve its objects
     * @param known what may be told of stored credentials, by name
     */
    public static Converted write(
            PollSet set, MibNames names, Function<String, Optional<Outline>> known) {
        return new TelegrafText(set, names, known).write();
    }

    /** What makes two devices share an input. */
    private record Shared(Login login, Duration timeout, int retries) {}

    private Converted write() {
        line(
                "# Inputs for Telegraf, written by Bulkhead"
                        + (set.name().isEmpty() ? "" : " from " + Quoted.text(set.name())));
        line("# Secrets are not written: Telegraf takes each ${...} from its environment");
        for (PollBlock block : set.polls()) {
            List<Wanted> items = wanted.of(block.items());
            if (!items.isEmpty()) {
                sharing(block).forEach((shared, devices) -> input(block, shared, devices, items));
            }
        }
        return new Converted(text.toString(), notes.all());
    }

    private Map<Shared, List<PollDevice>> sharing(PollBlock block) {
        Map<Shared, List<PollDevice>> all = new LinkedHashMap<>();
        for (String name : block.devices()) {
            PollDevice device = set.device(name).orElseThrow();
            Login login = Login.of(device, known);
            if (login.isCertificate()) {
                notes.add(
                        name
                                + " is asked with a certificate, which is not written for"
                                + " Telegraf: it is left out");
            } else {
                all.computeIfAbsent(
                                new Shared(login, device.timeout(), device.retries()),
                                _ -> new ArrayList<>())
                        .add(device);
            }
        }
        return all;
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void pair(String key, String text) {
        line("  " + key + " = " + Quoted.text(text));
    }

    private void input(
            PollBlock block, Shared shared, List<PollDevice> devices, List<Wanted> items) {
        line("");
        line("[[inputs.snmp]]");
        List<String> agents =
                devices.stream().map(each -> Quoted.text(url(each.address()))).toList();
        line("  agents = [" + String.join(", ", agents) + "]");
        pair("interval", GoTime.of(block.every()));
        pair("timeout", GoTime.of(shared.timeout()));
        line("  retries = " + shared.retries());
        login(shared.login());
        List<Wanted> fields = items.stream().filter(each -> !each.isAll()).toList();
        fields.forEach(each -> field("  ", "inputs.snmp.field", each, each.shortName()));
        tables(items).forEach(this::table);
    }

    /** {@code udp://host:161}. */
    private static String url(String address) {
        int colon = Math.max(0, address.indexOf(':'));
        Optional<Transport> named = Transport.ofPrefix(address.substring(0, colon));
        String rest = named.isPresent() ? address.substring(colon + 1) : address;
        String scheme = named.orElse(Transport.UDP).prefix();
        boolean bareV6 = !rest.startsWith("[") && rest.indexOf(':') != rest.lastIndexOf(':');
        String host = bareV6 ? "[" + rest + "]" : rest;
        boolean hasPort = host.lastIndexOf(':') > host.lastIndexOf(']');
        return scheme + "://" + host + (hasPort ? "" : ":161");
    }

    private void login(Login login) {
        line("  version = " + login.number());
        if (login.version() != SnmpVersion.V3) {
            pair("community", login.isPublic() ? "public" : login.variable("COMMUNITY"));
            return;
        }
        pair("sec_name", login.user().isEmpty() ? login.variable("USER") : login.user());
        pair("sec_level", login.level().isEmpty() ? "authPriv" : login.level());
        if (login.authenticates()) {
            pair("auth_protocol", protocol(login.auth(), "SHA"));
            pair("auth_password", login.variable("AUTH_PASSWORD"));
        }
        if (login.encrypts()) {
            pair("priv_protocol", protocol(login.priv(), "AES"));
            pair("priv_password", login.variable("PRIV_PASSWORD"));
        }
        if (!login.context().isEmpty()) {
            pair("context_name", login.context());
        }
    }

    private String protocol(String spelled, String otherwise) {
        if (spelled.equals("3DES")) {
            notes.add("3DES is not spoken by Telegraf: its device will not answer");
        }
        return spelled.isEmpty() ? otherwise : spelled.replace("-", "");
    }

    /** The columns that are wanted whole, by the name of their table. */
    private Map<String, List<Wanted>> tables(List<Wanted> items) {
        Map<String, List<Wanted>> tables = new LinkedHashMap<>();
        for (Wanted each : items) {
            if (!each.isAll()) {
                continue;
            }
            String table = tableName(each);
            List<Wanted> columns = tables.computeIfAbsent(table, _ -> new ArrayList<>());
            List<Wanted> found = columns(each);
            if (found.isEmpty()) {
                notes.add(each.name() + " is no table or column, and is not written for Telegraf");
            }
            found.stream().filter(column -> !columns.contains(column)).forEach(columns::add);
        }
        tables.values().removeIf(List::isEmpty);
        return tables;
    }

    private String tableName(Wanted each) {
        return names.index()
                .rowOf(each.oid())
                .map(row -> names.shortName(row.oid().parent()))
                .orElseGet(each::shortName);
    }

    private List<Wanted> columns(Wanted each) {
        Optional<ObjectType> column = names.object(each.oid());
        if (column.isPresent() || names.index().node(each.oid()).isEmpty()) {
            return List.of(each);
        }
        return names.index().columnsOf(each.oid()).stream()
                .filter(one -> one.maxAccess() != MaxAccess.NOT_ACCESSIBLE)
                .map(one -> new Wanted(one.oid(), true, names.qualifiedName(one.oid())))
                .toList();
    }

    private void table(String name, List<Wanted> columns) {
        line("  [[inputs.snmp.table]]");
        line("    name = " + Quoted.text(name));
        line("    index_as_tag = true");
        columns.forEach(each -> field("    ", "inputs.snmp.table.field", each, each.shortName()));
    }

    private void field(String indent, String section, Wanted each, String name) {
        line(indent + "[[" + section + "]]");
        line(indent + "  oid = " + Quoted.text("." + each.oid()));
        line(indent + "  name = " + Quoted.text(name));
        boolean isMac =
                names.object(each.oid())
                        .flatMap(object -> object.syntax().displayHint())
                        .filter("1x:"::equals)
                        .isPresent();
        if (isMac) {
            line(indent + "  conversion = \"hwaddr\"");
        }
    }
}
