package dev.bulkhead.app.pollrun;

import dev.bulkhead.app.formula.Formula;
import dev.bulkhead.app.formula.FormulaParser;
import dev.bulkhead.app.formula.Reading;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.naming.UnknownNameException;
import dev.bulkhead.app.polling.FormulaLookup;
import dev.bulkhead.app.polling.Quantity;
import dev.bulkhead.app.pollset.Instances;
import dev.bulkhead.app.pollset.PollBlock;
import dev.bulkhead.app.pollset.PollItem;
import dev.bulkhead.app.pollset.PollItem.What;
import dev.bulkhead.app.pollset.PollSet;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.mibs.model.ObjectKind;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.Oid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A poll set with its names resolved: which series each job polls of which device. Immutable once
 * made; any thread.
 */
public final class RunPlan {
    private final PollSet set;
    private final MibNames names;
    private final Map<String, Target> targets;
    private final List<String> problems = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();

    /** A block, its items resolved. */
    private record Block(PollBlock block, List<Item> items) {}

    /**
     * An item.
     *
     * @param columns all of whose instances are wanted
     */
    private record Item(
            PollItem item, List<Oid> instances, List<Oid> columns, Optional<Formula> formula) {}

    /** Blocks with the same are one job. */
    record JobKey(Duration every, int process) {}

    /** Where instances are looked for: below these, on this device. */
    public record Search(String device, List<Oid> columns) {}

    /**
     * Resolves a set.
     *
     * @param targets of all devices that are polled, by name
     * @throws UnknownNameException if something in it means nothing, with all of it, a line each
     */
    public RunPlan(PollSet set, MibNames names, Map<String, Target> targets)
            throws UnknownNameException {
        this.set = set;
        this.names = names;
        this.targets = Map.copyOf(targets);
        for (PollBlock block : set.polls()) {
            List<Item> items = new ArrayList<>();
            for (PollItem item : block.items()) {
                if (!item.isPaused()) {
                    resolve(item).ifPresent(items::add);
                }
            }
            if (!items.isEmpty()) {
                blocks.add(new Block(block, items));
            }
        }
        if (!problems.isEmpty()) {
            throw new UnknownNameException(String.join("\n", problems));
        }
    }

    public PollSet set() {
        return set;
    }

    MibNames names() {
        return names;
    }

    /** The devices that are asked for anything, in order. */
    List<Told.Device> devices() {
        Set<String> asked = new LinkedHashSet<>();
        blocks.forEach(block -> asked.addAll(block.block().devices()));
        return asked.stream().map(this::device).toList();
    }

    private Told.Device device(String name) {
        return new Told.Device(name, target(name).address());
    }

    Target target(String device) {
        Target target = targets.get(device);
        if (target == null) {
            throw new IllegalArgumentException("the device " + device + " has no target");
        }
        return target;
    }

    private Optional<Item> resolve(PollItem item) {
        return switch (item.what()) {
            case What.Formula formula -> formula(item, formula);
            case What.ObjectName object -> object(item, object);
        };
    }

    private Optional<Item> formula(PollItem item, What.Formula formula) {
        return switch (FormulaParser.read(formula.whole(), new FormulaLookup(names))) {
            case Reading.Good(Formula read) ->
                    Optional.of(new Item(item, List.of(), List.of(), Optional.of(read)));
            case Reading.Bad(var problem) -> {
                problems.add("formula \"" + formula.text() + "\": " + problem.text());
                yield Optional.empty();
            }
        };
    }

    private Optional<Item> object(PollItem item, What.ObjectName wanted) {
        String text = wanted.object();
        try {
            return switch (wanted.instances()) {
                case Instances.Written _ -> written(item, text, names.resolve(text));
                case Instances.Listed(List<String> parts) -> {
                    List<Oid> instances = new ArrayList<>();
                    for (String part : parts) {
                        instances.add(
                                names.resolve(text + (part.startsWith("[") ? "" : ".") + part));
                    }
                    yield Optional.of(new Item(item, instances, List.of(), Optional.empty()));
                }
                case Instances.All _ -> all(item, text, names.resolve(text));
            };
        } catch (UnknownNameException e) {
            problems.add("object \"" + text + "\": " + e.getMessage());
            return Optional.empty();
        }
    }

    /** A scalar is polled at its one instance; a column needs one named. */
    private Optional<Item> written(PollItem item, String text, Oid oid) {
        Optional<ObjectType> object = names.object(oid).filter(o -> o.oid().equals(oid));
        if (object.isPresent() && object.get().kind() == ObjectKind.COLUMN) {
            problems.add(
                    "object \""
                            + text
                            + "\" is a column: list its instances, such as instances: [1, 2], or"
                            + " write instances: all");
            return Optional.empty();
        }
        if (object.isEmpty() && !names.index().columnsOf(oid).isEmpty()) {
            problems.add("object \"" + text + "\" is a table: write instances: all");
            return Optional.empty();
        }
        Oid instance = object.isPresent() ? oid.append(0) : oid;
        return Optional.of(new Item(item, List.of(instance), List.of(), Optional.empty()));
    }

    private Optional<Item> all(PollItem item, String text, Oid oid) {
        Optional<ObjectType> object = names.object(oid).filter(o -> o.oid().equals(oid));
        if (object.isPresent() && object.get().kind() == ObjectKind.SCALAR) {
            return written(item, text, oid);
        }
        boolean isColumn = object.isPresent() && object.get().kind() == ObjectKind.COLUMN;
        List<Oid> columns =
                isColumn
                        ? List.of(oid)
                        : names.index().columnsOf(oid).stream()
                                .filter(column -> column.maxAccess().isReadable())
                                .map(ObjectType::oid)
                                .toList();
        return Optional.of(
                new Item(
                        item,
                        List.of(),
                        columns.isEmpty() ? List.of(oid) : columns,
                        Optional.empty()));
    }

    /** What has to be looked for before it can be polled, for each device that it is of. */
    List<Search> searches() {
        Map<String, Set<Oid>> wanted = new LinkedHashMap<>();
        for (Block block : blocks) {
            for (String device : block.block().devices()) {
                block.items()
                        .forEach(item ->
                                wanted.computeIfAbsent(device, _ -> new LinkedHashSet<>())
                                        .addAll(item.columns()));
            }
        }
        return wanted.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> new Search(each.getKey(), List.copyOf(each.getValue())))
                .toList();
    }

    /** The keys of all jobs. */
    List<JobKey> jobs() {
        return blocks.stream().map(block -> key(block.block())).distinct().toList();
    }

    private static JobKey key(PollBlock block) {
        return new JobKey(block.every(), block.process().orElse(-1));
    }

    /**
     * The devices of a job with their series.
     *
     * @param found instances below columns by device, as far as they are known
     * @param made the series that were made before, to which new ones are added
     */
    List<RunDevice> devices(
            JobKey key, Map<String, List<Oid>> found, Map<Object, SeriesState> made) {
        Map<String, Map<Object, SeriesState>> byDevice = new LinkedHashMap<>();
        for (Block block : blocks) {
            if (!key(block.block()).equals(key)) {
                continue;
            }
            for (String device : block.block().devices()) {
                Map<Object, SeriesState> series =
                        byDevice.computeIfAbsent(device, _ -> new LinkedHashMap<>());
                List<Oid> known = found.getOrDefault(device, List.of());
                for (Item item : block.items()) {
                    wanted(block.block(), device, item, known)
                            .forEach((what, fresh) -> {
                                SeriesState state =
                                        made.computeIfAbsent(
                                                List.of(device, what), _ -> state(fresh));
                                series.putIfAbsent(what, state);
                            });
                }
            }
        }
        List<RunDevice> devices = new ArrayList<>();
        byDevice.forEach((name, series) -> {
            if (!series.isEmpty()) {
                devices.add(
                        new RunDevice(device(name), target(name), List.copyOf(series.values())));
            }
        });
        return devices;
    }

    /** The series of an item of a device, by what tells them apart. */
    private Map<Object, RunSeries> wanted(
            PollBlock block, String device, Item item, List<Oid> found) {
        Map<Object, RunSeries> series = new LinkedHashMap<>();
        if (item.formula().isPresent()) {
            series.put(item.item().what(), formula(block, device, item, item.formula().get()));
            return series;
        }
        List<Oid> instances = new ArrayList<>(item.instances());
        for (Oid column : item.columns()) {
            found.stream().filter(each -> each.startsWith(column)).sorted().forEach(instances::add);
        }
        instances.forEach(each -> series.put(each, series(block, device, item, each)));
        return series;
    }

    private RunSeries formula(PollBlock block, String device, Item item, Formula formula) {
        What.Formula what = (What.Formula) item.item().what();
        return new RunSeries(
                device,
                target(device).address(),
                block.group(),
                what.title(),
                "",
                formula.operands().getFirst().instance(),
                item.formula(),
                formula.unit(),
                item.item().alarm(),
                block.every());
    }

    private RunSeries series(PollBlock block, String device, Item item, Oid instance) {
        Optional<ObjectType> object = names.index().objectOf(instance);
        String whole = names.shortName(instance);
        String name = object.map(ObjectType::name).orElse(whole);
        String rest = whole.startsWith(name + ".") ? whole.substring(name.length() + 1) : "";
        return new RunSeries(
                device,
                target(device).address(),
                block.group(),
                rest.isEmpty() ? whole : name,
                rest,
                instance,
                Optional.empty(),
                Quantity.shortUnit(object),
                item.item().alarm(),
                block.every());
    }

    private SeriesState state(RunSeries series) {
        return new SeriesState(series, names, target(series.device()).credential().version());
    }
}
