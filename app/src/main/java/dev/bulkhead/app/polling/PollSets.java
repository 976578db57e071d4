package dev.bulkhead.app.polling;

import dev.bulkhead.app.naming.UnknownNameException;
import dev.bulkhead.app.pollset.Alarm;
import dev.bulkhead.app.pollset.CredentialName;
import dev.bulkhead.app.pollset.Instances;
import dev.bulkhead.app.pollset.PollBlock;
import dev.bulkhead.app.pollset.PollDevice;
import dev.bulkhead.app.pollset.PollItem;
import dev.bulkhead.app.pollset.PollItem.What;
import dev.bulkhead.app.pollset.PollSet;
import dev.bulkhead.mibs.smi.Oid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * Polls to poll sets and back. What comes back is in the same order; neighbours that differ only in
 * their device become one block, and those that differ only in their instance one item. Any thread.
 */
public final class PollSets {
    private PollSets() {}

    /** What a name of an object means. */
    @FunctionalInterface
    public interface Names {
        Oid resolve(String text) throws UnknownNameException;
    }

    /**
     * Polls of a set.
     *
     * @param left what a window cannot poll, such as {@code instances: all}, in words of the file
     */
    public record Content(List<KeptPoll> polls, List<String> left) {
        public Content {
            polls = List.copyOf(polls);
            left = List.copyOf(left);
        }
    }

    /** One row on its way into a set. */
    private record Entry(
            String device, String group, Duration every, OptionalInt process, PollItem item) {
        boolean isBeside(Entry other) {
            return group.equals(other.group)
                    && every.equals(other.every)
                    && process.equals(other.process);
        }
    }

    /**
     * A set of polls.
     *
     * @param names how an instance is written
     */
    public static PollSet of(String name, List<KeptPoll> polls, Function<Oid, String> names) {
        Map<PollReference, PollDevice> devices = devices(polls);
        boolean many =
                polls.stream().map(poll -> List.of(poll.job(), poll.every())).distinct().count()
                        > polls.stream().map(KeptPoll::every).distinct().count();
        List<Entry> entries = new ArrayList<>();
        for (KeptPoll poll : polls) {
            PollDevice device = devices.get(poll.whom());
            entries.add(
                    new Entry(
                            device == null ? "" : device.name(),
                            poll.settings().group(),
                            poll.every(),
                            many ? OptionalInt.of(Math.max(0, poll.job())) : OptionalInt.empty(),
                            item(poll, names)));
        }
        return new PollSet(name, "", List.copyOf(devices.values()), blocks(entries));
    }

    private static Map<PollReference, PollDevice> devices(List<KeptPoll> polls) {
        Map<PollReference, PollDevice> devices = new LinkedHashMap<>();
        Set<String> taken = new LinkedHashSet<>();
        for (KeptPoll poll : polls) {
            PollReference whom = poll.whom();
            if (devices.containsKey(whom)) {
                continue;
            }
            String name = whom.label();
            for (int i = 2; !taken.add(name); i++) {
                name = whom.label() + " (" + i + ")";
            }
            CredentialName credential =
                    switch (whom.credential()) {
                        case PollReference.Source.Public _ -> new CredentialName.Usual();
                        case PollReference.Source.Named(String named) ->
                                new CredentialName.Named(named);
                        case PollReference.Source.Unnamed _ -> new CredentialName.Unnamed();
                    };
            devices.put(
                    whom,
                    new PollDevice(
                            name,
                            whom.address(),
                            Optional.empty(),
                            credential,
                            "",
                            whom.timeout(),
                            whom.retries()));
        }
        return devices;
    }

    private static PollItem item(KeptPoll poll, Function<Oid, String> names) {
        What what =
                switch (poll.what()) {
                    case KeptPoll.What.Instance(Oid oid) ->
                            new What.ObjectName(names.apply(oid), new Instances.Written());
                    case KeptPoll.What.Formula(String text, String title) ->
                            new What.Formula(text, title.equals(text) ? "" : title, "");
                };
        Optional<Alarm> alarm =
                poll.settings()
                        .threshold()
                        .map(edge ->
                                new Alarm(
                                        edge.side() == Threshold.Side.ABOVE
                                                ? Alarm.Side.ABOVE
                                                : Alarm.Side.BELOW,
                                        edge.limit(),
                                        edge.clear()));
        return new PollItem(what, alarm, poll.settings().isPaused(), poll.chart());
    }

    private static List<PollBlock> blocks(List<Entry> entries) {
        List<PollBlock> blocks = new ArrayList<>();
        int at = 0;
        while (at < entries.size()) {
            Entry first = entries.get(at);
            List<PollItem> items = new ArrayList<>();
            while (at < entries.size()
                    && entries.get(at).isBeside(first)
                    && entries.get(at).device().equals(first.device())) {
                items.add(entries.get(at).item());
                at++;
            }
            PollBlock block =
                    new PollBlock(
                            first.group(),
                            List.of(first.device()),
                            first.every(),
                            first.process(),
                            together(items));
            Optional<PollBlock> joined =
                    blocks.isEmpty() ? Optional.empty() : joined(blocks.getLast(), block);
            if (joined.isPresent()) {
                blocks.set(blocks.size() - 1, joined.get());
            } else {
                blocks.add(block);
            }
        }
        return blocks;
    }

    private static Optional<PollBlock> joined(PollBlock one, PollBlock next) {
        boolean same =
                one.group().equals(next.group())
                        && one.every().equals(next.every())
                        && one.process().equals(next.process())
                        && one.items().equals(next.items())
                        && !one.devices().contains(next.devices().getFirst());
        if (!same) {
            return Optional.empty();
        }
        List<String> devices = new ArrayList<>(one.devices());
        devices.addAll(next.devices());
        return Optional.of(
                new PollBlock(one.group(), devices, one.every(), one.process(), one.items()));
    }

    /** Instances of one column that stand side by side. */
    private static List<PollItem> together(List<PollItem> items) {
        List<PollItem> fewer = new ArrayList<>();
        for (PollItem item : items) {
            Optional<PollItem> grown =
                    fewer.isEmpty() ? Optional.empty() : grown(fewer.getLast(), item);
            if (grown.isPresent()) {
                fewer.set(fewer.size() - 1, grown.get());
            } else {
                fewer.add(item);
            }
        }
        return fewer;
    }

    private static Optional<PollItem> grown(PollItem list, PollItem next) {
        boolean alike =
                list.alarm().equals(next.alarm())
                        && list.isPaused() == next.isPaused()
                        && list.chart().isEmpty()
                        && next.chart().isEmpty();
        if (!alike
                || !(next.what() instanceof What.ObjectName(String text, Instances.Written _))
                || !(list.what() instanceof What.ObjectName(String known, Instances before))) {
            return Optional.empty();
        }
        String column = column(text);
        List<String> instances = new ArrayList<>();
        String base;
        if (before instanceof Instances.Listed(List<String> texts)) {
            base = known;
            instances.addAll(texts);
        } else {
            base = column(known);
            instances.add(known.substring(Math.min(known.length(), base.length() + 1)));
        }
        if (column.isEmpty() || !column.equals(base)) {
            return Optional.empty();
        }
        String instance = text.substring(column.length() + 1);
        if (instances.contains(instance)) {
            return Optional.empty();
        }
        instances.add(instance);
        return Optional.of(
                new PollItem(
                        new What.ObjectName(base, new Instances.Listed(instances)),
                        next.alarm(),
                        next.isPaused(),
                        next.chart()));
    }

    /** What stands before the first dot of a name; "" of a number. */
    private static String column(String text) {
        int dot = text.indexOf('.');
        return dot > 0 && !Character.isDigit(text.charAt(0)) ? text.substring(0, dot) : "";
    }

    /**
     * The polls of a set, in order.
     *
     * @throws UnknownNameException if an object's name means nothing
     */
    public static Content polls(PollSet set, Names names) throws UnknownNameException {
        List<KeptPoll> polls = new ArrayList<>();
        Set<String> left = new LinkedHashSet<>();
        for (PollBlock block : set.polls()) {
            for (String name : block.devices()) {
                PollReference whom = whom(set.device(name).orElseThrow());
                for (PollItem item : block.items()) {
                    for (KeptPoll.What what : whats(item.what(), names, left)) {
                        polls.add(
                                new KeptPoll(
                                        whom,
                                        what,
                                        block.every(),
                                        settings(block, item),
                                        block.process().orElse(0),
                                        item.chart()));
                    }
                }
            }
        }
        return new Content(polls, List.copyOf(left));
    }

    private static PollReference whom(PollDevice device) {
        PollReference.Source source =
                switch (device.credential()) {
                    case CredentialName.Usual _ -> new PollReference.Source.Public();
                    case CredentialName.Named(String name) -> new PollReference.Source.Named(name);
                    case CredentialName.Unnamed _ -> new PollReference.Source.Unnamed();
                };
        return new PollReference(
                device.name(), device.address(), source, device.timeout(), device.retries());
    }

    private static PollSettings settings(PollBlock block, PollItem item) {
        Optional<Threshold> threshold =
                item.alarm()
                        .map(alarm ->
                                new Threshold(
                                        alarm.side() == Alarm.Side.ABOVE
                                                ? Threshold.Side.ABOVE
                                                : Threshold.Side.BELOW,
                                        alarm.limit(),
                                        alarm.clear()));
        return new PollSettings(block.group(), threshold, item.isPaused());
    }

    private static List<KeptPoll.What> whats(What what, Names names, Set<String> left)
            throws UnknownNameException {
        List<KeptPoll.What> whats = new ArrayList<>();
        switch (what) {
            case What.Formula formula ->
                    whats.add(
                            new KeptPoll.What.Formula(
                                    formula.whole(),
                                    formula.name().isEmpty() ? formula.whole() : formula.name()));
            case What.ObjectName(String text, Instances.Written _) ->
                    whats.add(new KeptPoll.What.Instance(names.resolve(text)));
            case What.ObjectName(String text, Instances.Listed(List<String> instances)) -> {
                for (String instance : instances) {
                    String dot = instance.startsWith("[") ? "" : ".";
                    whats.add(new KeptPoll.What.Instance(names.resolve(text + dot + instance)));
                }
            }
            case What.ObjectName(String text, Instances.All _) -> left.add(text);
        }
        return whats;
    }
}
