package dev.bulkhead.app.query;

import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import java.util.List;
import java.util.Optional;

/**
 * What is to be copied or saved.
 *
 * @param target who gave the values, or would be asked
 * @param verb what asked for them, or would
 * @param asked the OIDs to ask for, to get the same again
 * @param oids the objects, in order
 * @param values their values; none where only objects are chosen
 */
public record Copied(
        Optional<Target> target, Verb verb, List<Oid> asked, List<Oid> oids, List<VarBind> values) {
    public Copied {
        asked = List.copyOf(asked);
        oids = List.copyOf(oids);
        values = List.copyOf(values);
    }

    /** Some values of a run: a GET would bring them again. */
    public static Copied values(Target target, List<VarBind> values) {
        List<Oid> oids = values.stream().map(VarBind::name).toList();
        return new Copied(Optional.of(target), Verb.GET, oids, oids, values);
    }

    /** All values of a run. */
    public static Copied run(QueryRun.Question question, List<VarBind> values) {
        return new Copied(
                Optional.of(question.target()),
                question.verb(),
                List.of(Oid.parse(question.oidText())),
                values.stream().map(VarBind::name).toList(),
                values);
    }

    /** Instances whose values are not at hand, or one object. */
    public static Copied objects(Optional<Target> target, Verb verb, List<Oid> oids) {
        return new Copied(target, verb, oids, oids, List.of());
    }
}
