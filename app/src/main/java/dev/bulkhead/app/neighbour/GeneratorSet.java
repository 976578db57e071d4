package dev.bulkhead.app.neighbour;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.pollset.CredentialName;
import dev.bulkhead.app.pollset.PollBlock;
import dev.bulkhead.app.pollset.PollDevice;
import dev.bulkhead.app.pollset.PollItem;
import dev.bulkhead.app.pollset.PollSet;
import dev.bulkhead.app.pollset.Quoted;
import dev.bulkhead.app.pollset.Times;
import dev.bulkhead.engine.job.SnmpVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads the modules of a {@code generator.yml}, of either edition, as a poll set.
 *
 * <p>Such a file names no device and no interval: those are given. Communities and passphrases in
 * it are neither read nor repeated; a device is to be asked with the stored credential that has the
 * name of the file's auth, or of the module for one that has its auth inside.
 */
public final class GeneratorSet {
    private static final Set<String> KNOWN =
            Set.of(
                    "walk",
                    "get",
                    "lookups",
                    "overrides",
                    "version",
                    "auth",
                    "timeout",
                    "retries",
                    "max_repetitions",
                    "filters",
                    "allow_nonincreasing_oids",
                    "use_unconnected_udp_socket");

    private final Order order;
    private final MibNames names;
    private final Notes notes = new Notes();
    private final List<PollDevice> devices = new ArrayList<>();
    private final List<PollBlock> blocks = new ArrayList<>();
    private final Map<String, Auth> auths = new HashMap<>();

    /**
     * What a file does not say.
     *
     * @param name of the set
     * @param addresses of the devices, at least one
     * @param every how often they are asked
     * @param modules those to take; empty: all
     */
    public record Order(String name, List<String> addresses, Duration every, List<String> modules) {
        public Order {
            addresses = List.copyOf(addresses);
            modules = List.copyOf(modules);
        }
    }

    /**
     * A set, and what of the file is not in it.
     *
     * @param notes each begins with its line
     */
    public record Content(PollSet set, List<String> notes) {
        public Content {
            notes = List.copyOf(notes);
        }
    }

    /** Version and name of an auth. */
    private record Auth(Optional<SnmpVersion> version, CredentialName name, String context) {
        static final Auth USUAL = new Auth(Optional.empty(), new CredentialName.Usual(), "");
    }

    private GeneratorSet(Order order, MibNames names) {
        this.order = order;
        this.names = names;
    }

    /**
     * Reads a text.
     *
     * @throws GeneratorException if it is no {@code generator.yml}, or nothing of it can be polled
     */
    public static Content read(String text, Order order, MibNames names) throws GeneratorException {
        GeneratorSet reader = new GeneratorSet(order, names);
        Node root = YamlTree.root(text).orElseThrow(() -> new GeneratorException(1, "it is empty"));
        reader.file(root);
        return new Content(
                new PollSet(order.name(), "", reader.devices, reader.blocks), reader.notes.all());
    }

    private void note(Node at, String words) {
        notes.add(YamlTree.line(at) + ": " + words);
    }

    private void file(Node root) throws GeneratorException {
        Map<String, Node> keys = YamlTree.entries(root);
        Node modules = keys.get("modules");
        if (modules == null) {
            throw new GeneratorException(
                    YamlTree.line(root), "there is no \"modules:\", as a generator.yml has");
        }
        Optional.ofNullable(keys.get("auths")).ifPresent(this::auths);
        Map<String, Node> all = YamlTree.entries(modules);
        for (String wanted : order.modules()) {
            if (!all.containsKey(wanted)) {
                throw new GeneratorException(
                        YamlTree.line(modules),
                        "there is no module "
                                + wanted
                                + " among "
                                + String.join(", ", all.keySet()));
            }
        }
        for (Map.Entry<String, Node> each : all.entrySet()) {
            if (order.modules().isEmpty() || order.modules().contains(each.getKey())) {
                module(each.getKey(), each.getValue());
            }
        }
        if (blocks.isEmpty()) {
            throw new GeneratorException(
                    YamlTree.line(modules),
                    "nothing of it can be polled"
                            + (notes.all().isEmpty() ? "" : " (" + notes.all().getFirst() + ")"));
        }
    }

    private void auths(Node node) {
        YamlTree.entries(node).forEach((name, auth) -> auths.put(name, auth(name, auth, auth)));
    }

    /** What may be told of an auth; the secrets in it are not looked at. */
    private Auth auth(String name, Node node, Node versioned) {
        Map<String, Node> keys = YamlTree.entries(node);
        Optional<SnmpVersion> version =
                Optional.ofNullable(YamlTree.entries(versioned).get("version"))
                        .flatMap(YamlTree::text)
                        .flatMap(GeneratorSet::version);
        boolean isPublic =
                Optional.ofNullable(keys.get("community"))
                        .flatMap(YamlTree::text)
                        .map(text -> text.equals("public"))
                        .orElse(!keys.containsKey("username"));
        String context =
                Optional.ofNullable(keys.get("context_name")).flatMap(YamlTree::text).orElse("");
        if (isPublic && !keys.containsKey("username")) {
            return new Auth(version, new CredentialName.Usual(), context);
        }
        note(
                node,
                "the secrets of "
                        + name
                        + " are not taken into a poll set: store them as the credential \""
                        + name
                        + "\"");
        return new Auth(version, new CredentialName.Named(name), context);
    }

    private static Optional<SnmpVersion> version(String text) {
        return switch (text) {
            case "1" -> Optional.of(SnmpVersion.V1);
            case "2" -> Optional.of(SnmpVersion.V2C);
            case "3" -> Optional.of(SnmpVersion.V3);
            default -> Optional.empty();
        };
    }

    private void module(String name, Node node) {
        Map<String, Node> keys = YamlTree.entries(node);
        keys.forEach((key, value) -> {
            if (!KNOWN.contains(key)) {
                note(value, "\"" + name(key) + "\" of " + name(name) + " is not known");
            }
        });
        Node overrides = keys.get("overrides");
        Set<String> ignored = overrides == null ? Set.of() : ignored(overrides);
        WalkedObjects walked = new WalkedObjects(names, ignored);
        for (String key : List.of("walk", "get")) {
            Node list = keys.get(key);
            for (Node each : list == null ? List.<Node>of() : YamlTree.members(list)) {
                YamlTree.text(each)
                        .ifPresent(
                                text -> walked.add(text).ifPresent(problem -> note(each, problem)));
            }
        }
        unsaid(keys);
        if (walked.items().isEmpty()) {
            note(node, "module " + name(name) + " has nothing that can be polled");
            return;
        }
        List<String> asked = devices(name, node, keys);
        List<PollItem> items = walked.items().stream().map(PollItem::of).toList();
        blocks.add(new PollBlock(name(name), asked, order.every(), OptionalInt.empty(), items));
    }

    private void unsaid(Map<String, Node> keys) {
        Optional.ofNullable(keys.get("lookups"))
                .ifPresent(
                        node -> note(node, "lookups are not taken: rows are named by their index"));
        Optional.ofNullable(keys.get("filters"))
                .ifPresent(node ->
                        note(node, "filters are not taken: list instances in the poll set"));
        Optional.ofNullable(keys.get("max_repetitions"))
                .ifPresent(
                        node -> note(node, "max_repetitions is not taken: it is found by itself"));
    }

    private Set<String> ignored(Node overrides) {
        Set<String> ignored = new LinkedHashSet<>();
        YamlTree.entries(overrides)
                .forEach((metric, node) -> {
                    Map<String, Node> keys = YamlTree.entries(node);
                    for (Map.Entry<String, Node> each : keys.entrySet()) {
                        if (!each.getKey().equals("ignore")) {
                            note(
                                    each.getValue(),
                                    "the override \""
                                            + name(each.getKey())
                                            + "\" of "
                                            + name(metric)
                                            + " is not taken: values are shown by their MIB");
                        } else if (YamlTree.text(each.getValue()).equals(Optional.of("true"))) {
                            ignored.add(metric);
                        }
                    }
                });
        return ignored;
    }

    /** The names of the devices a module is asked of, which are added where they are new. */
    private List<String> devices(String module, Node node, Map<String, Node> keys) {
        Auth auth = auth(module, node, keys);
        Duration timeout = seconds(keys.get("timeout")).orElse(PollDevice.DEFAULT_TIMEOUT);
        int retries =
                Optional.ofNullable(keys.get("retries"))
                        .flatMap(YamlTree::text)
                        .filter(text -> text.matches("\\d{1,2}"))
                        .map(Integer::valueOf)
                        .filter(count -> count <= PollDevice.MAX_RETRIES)
                        .orElse(PollDevice.DEFAULT_RETRIES);
        List<String> asked = new ArrayList<>();
        for (String address : order.addresses()) {
            asked.add(device(address, auth, timeout, retries));
        }
        return asked;
    }

    private Auth auth(String module, Node node, Map<String, Node> keys) {
        if (keys.containsKey("auth") || keys.containsKey("version")) {
            return auth(module, keys.getOrDefault("auth", node), node);
        }
        if (auths.size() > 1) {
            note(
                    node,
                    "the file has several auths, and Prometheus chooses: set each device's"
                            + " credential in the poll set");
        }
        return auths.size() == 1 ? auths.values().iterator().next() : Auth.USUAL;
    }

    private static Optional<Duration> seconds(@Nullable Node node) {
        return Optional.ofNullable(node)
                .flatMap(YamlTree::text)
                .flatMap(Times::parse)
                .filter(time ->
                        time.toMillis() >= 1 && time.compareTo(PollDevice.MAX_TIMEOUT) <= 0);
    }

    /**
     * A device of this address that is asked so; its name is the address, with a number if taken.
     */
    private String device(String address, Auth auth, Duration timeout, int retries) {
        for (int i = 1; ; i++) {
            String name = i == 1 ? address : address + " (" + i + ")";
            PollDevice fresh =
                    new PollDevice(
                            name,
                            address,
                            auth.version(),
                            auth.name(),
                            auth.context(),
                            timeout,
                            retries);
            Optional<PollDevice> there =
                    devices.stream().filter(each -> each.name().equals(name)).findFirst();
            if (there.isEmpty()) {
                devices.add(fresh);
                return name;
            }
            if (there.get().equals(fresh)) {
                return name;
            }
        }
    }

    private static String name(String text) {
        String shown = Quoted.remark(text);
        return shown.length() <= 60 ? shown : shown.substring(0, 60) + "...";
    }
}
