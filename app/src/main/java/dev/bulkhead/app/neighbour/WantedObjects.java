package dev.bulkhead.app.neighbour;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.naming.UnknownNameException;
import dev.bulkhead.app.pollset.Instances;
import dev.bulkhead.app.pollset.PollItem;
import dev.bulkhead.app.pollset.PollItem.What;
import dev.bulkhead.mibs.model.ObjectKind;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.Oid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the items of a poll set ask for, by number. */
final class WantedObjects {
    private final MibNames names;
    private final Notes notes;

    WantedObjects(MibNames names, Notes notes) {
        this.names = names;
        this.notes = notes;
    }

    /** What these items ask for; what has no number is noted. */
    List<Wanted> of(List<PollItem> items) {
        List<Wanted> all = new ArrayList<>();
        for (PollItem item : items) {
            switch (item.what()) {
                case What.Formula formula ->
                        notes.add(
                                "the formula \""
                                        + formula.title()
                                        + "\" is not written: compute it from its objects where"
                                        + " the values are stored");
                case What.ObjectName(String object, Instances instances) -> {
                    item.alarm()
                            .ifPresent(_ ->
                                    notes.add(
                                            "the alarm of "
                                                    + object
                                                    + " is not written: make a rule of it"
                                                    + " where the values are stored"));
                    if (item.isPaused()) {
                        notes.add(object + " is paused, and is written all the same");
                    }
                    add(object, instances, all);
                }
            }
        }
        return all.stream().distinct().toList();
    }

    private void add(String object, Instances instances, List<Wanted> all) {
        try {
            switch (instances) {
                case Instances.Written _ -> all.add(written(object));
                case Instances.Listed(List<String> texts) -> {
                    for (String text : texts) {
                        Oid oid = names.resolve(object + "." + text);
                        all.add(new Wanted(oid, false, names.qualifiedName(oid)));
                    }
                }
                case Instances.All _ -> all.add(everything(names.resolve(object)));
            }
        } catch (UnknownNameException e) {
            notes.add(object + " is not written: " + e.getMessage());
        }
    }

    private Wanted everything(Oid oid) {
        return scalar(oid).orElseGet(() -> new Wanted(oid, true, names.qualifiedName(oid)));
    }

    private Wanted written(String object) throws UnknownNameException {
        Oid oid = names.resolve(object);
        Optional<Wanted> scalar = scalar(oid);
        if (scalar.isPresent()) {
            return scalar.get();
        }
        boolean isInstance = names.object(oid).filter(o -> !o.oid().equals(oid)).isPresent();
        boolean isKnown = names.index().node(oid).isPresent();
        if (!isInstance && isKnown) {
            notes.add(object + " names no instance; all that the device has are asked for");
            return new Wanted(oid, true, names.qualifiedName(oid));
        }
        return new Wanted(oid, false, names.qualifiedName(oid));
    }

    /** The one instance of a scalar's own OID. */
    private Optional<Wanted> scalar(Oid oid) {
        Optional<ObjectType> object = names.object(oid);
        if (object.isEmpty()
                || object.get().kind() != ObjectKind.SCALAR
                || !object.get().oid().equals(oid)) {
            return Optional.empty();
        }
        Oid instance = oid.append(0);
        return Optional.of(new Wanted(instance, false, names.qualifiedName(instance)));
    }
}
