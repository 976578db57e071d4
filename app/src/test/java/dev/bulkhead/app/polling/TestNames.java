package dev.bulkhead.app.polling;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.naming.PollPlan;
import dev.bulkhead.app.naming.PolledObject;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.model.BaseType;
import dev.bulkhead.mibs.model.DefinitionHead;
import dev.bulkhead.mibs.model.MaxAccess;
import dev.bulkhead.mibs.model.ObjectKind;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.model.Status;
import dev.bulkhead.mibs.model.Syntax;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import dev.bulkhead.mibs.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A handful of named columns and scalars, so that polls are tested without compiling MIBs. */
final class TestNames implements PollNames {
    private final List<ObjectType> objects = new ArrayList<>();

    TestNames with(String name, String oid, BaseType base, String units) {
        Syntax syntax =
                new Syntax(
                        base,
                        base.name(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of());
        DefinitionHead head =
                new DefinitionHead(
                        "TEST-MIB",
                        name,
                        SourceSpan.NONE,
                        Status.CURRENT,
                        SourceSpan.NONE,
                        SourceSpan.NONE);
        objects.add(
                new ObjectType(
                        head,
                        Oid.parse(oid),
                        ObjectKind.COLUMN,
                        syntax,
                        units.isEmpty() ? Optional.empty() : Optional.of(units),
                        MaxAccess.READ_ONLY,
                        List.of(),
                        Optional.empty(),
                        Optional.empty()));
        return this;
    }

    @Override
    public String shortName(Oid instance) {
        return objectOf(instance)
                .map(o -> o.head().name() + "." + instance.suffix(o.oid().size()))
                .orElse(instance.toString());
    }

    @Override
    public String value(VarBind varBind) {
        return switch (varBind.value()) {
            case SmiValue.Integer32(int v) -> Integer.toString(v);
            case SmiValue.Gauge32(long v) -> Long.toString(v);
            default -> varBind.value().toString();
        };
    }

    @Override
    public Optional<ObjectType> objectOf(Oid instance) {
        return objects.stream().filter(o -> instance.startsWith(o.oid())).findFirst();
    }

    @Override
    public PolledObject polled(Oid instance) {
        return PollPlan.object(new MibNames(MibIndex.empty()), instance);
    }
}
