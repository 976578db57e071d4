package dev.bulkhead.app.change;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The way back from changes: the newest first, one SET for each that was sent. A row that was made
 * is destroyed, a row that was destroyed is made again with what it held.
 */
final class SetBack {
    private final MibNames names;
    private final Function<ChangeEntry, Optional<Place>> places;
    private final Set<Oid> destroyed = new HashSet<>();

    /** Over the names; {@code places} tells whom to ask. */
    SetBack(MibNames names, Function<ChangeEntry, Optional<Place>> places) {
        this.names = names;
        this.places = places;
    }

    /** The plan; empty if none of the entries can be set back. */
    Optional<ChangePlan> plan(List<ChangeEntry> entries) {
        SortedMap<Long, List<ChangeEntry>> byTransaction = new TreeMap<>(Comparator.reverseOrder());
        for (ChangeEntry entry : entries) {
            if (entry.isReversible() && places.apply(entry).isPresent()) {
                byTransaction
                        .computeIfAbsent(entry.transaction(), _ -> new ArrayList<>())
                        .add(entry);
            }
        }
        List<ChangeStep> steps = new ArrayList<>();
        byTransaction.values().forEach(each -> steps.addAll(steps(each)));
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(new ChangePlan(ChangePlan.Kind.SET_BACK, steps));
    }

    /** The steps that take one SET back; its entries come with the last variable first. */
    private List<ChangeStep> steps(List<ChangeEntry> transaction) {
        Place place = places.apply(transaction.getFirst()).orElseThrow();
        List<ChangeStep> steps = new ArrayList<>();
        List<Assignment> plain = new ArrayList<>();
        for (ChangeEntry entry : transaction) {
            switch (entry.row()) {
                case RowEffect.None() -> back(entry).ifPresent(plain::add);
                case RowEffect.Created(Oid status) -> {
                    if (destroyed.add(status)) {
                        plain.add(new Assignment(status, Rows.statesOf(names, status).removal()));
                    }
                }
                case RowEffect.Destroyed(Oid status, List<VarBind> cells) ->
                        steps.addAll(restored(place, status, cells));
            }
        }
        if (!plain.isEmpty()) {
            steps.addFirst(new ChangeStep(place, plain));
        }
        return steps;
    }

    private Optional<Assignment> back(ChangeEntry entry) {
        Optional<SmiValue> before =
                entry.before().filter(value -> !(value instanceof SmiValue.Marker));
        Optional<RowStates> states =
                names.object(entry.instance()).flatMap(object -> RowStates.of(object.syntax()));
        // notReady, for one, is a state that no manager can write (RFC 2579).
        return before.filter(value -> states.map(known -> known.isSettable(value)).orElse(true))
                .map(value -> new Assignment(entry.instance(), value));
    }

    private List<ChangeStep> restored(Place place, Oid status, List<VarBind> cells) {
        boolean active =
                cells.stream()
                        .filter(cell -> cell.name().equals(status))
                        .allMatch(cell -> cell.value().equals(RowStates.value(RowStates.ACTIVE)));
        List<Assignment> values = new ArrayList<>();
        for (VarBind cell : cells) {
            boolean writable =
                    names.object(cell.name())
                            .filter(object -> object.maxAccess().isWritable())
                            .isPresent();
            boolean present = !(cell.value() instanceof SmiValue.Marker);
            if (writable && present && !cell.name().equals(status)) {
                values.add(new Assignment(cell.name(), cell.value()));
            }
        }
        return new RowCreation(Rows.statesOf(names, status), place, status).steps(values, active);
    }
}
