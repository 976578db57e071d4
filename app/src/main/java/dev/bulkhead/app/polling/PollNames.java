package dev.bulkhead.app.polling;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.naming.PollPlan;
import dev.bulkhead.app.naming.PolledObject;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.Oid;
import java.util.Optional;
import java.util.function.Supplier;

/** What polls need to know of MIBs. Any thread. */
interface PollNames {
    /** {@code ifHCInOctets.9}. */
    String shortName(Oid instance);

    /** The value as its MIB reads it. */
    String value(VarBind varBind);

    /** The object an instance belongs to, where a loaded module says. */
    Optional<ObjectType> objectOf(Oid instance);

    /** An instance, with what has to be asked beside it. */
    PolledObject polled(Oid instance);

    /** By the modules loaded at the time of each call. */
    static PollNames of(Supplier<MibNames> names) {
        return new PollNames() {
            @Override
            public String shortName(Oid instance) {
                return names.get().shortName(instance);
            }

            @Override
            public String value(VarBind varBind) {
                return names.get().value(varBind);
            }

            @Override
            public Optional<ObjectType> objectOf(Oid instance) {
                return names.get().index().objectOf(instance);
            }

            @Override
            public PolledObject polled(Oid instance) {
                return PollPlan.object(names.get(), instance);
            }
        };
    }
}
