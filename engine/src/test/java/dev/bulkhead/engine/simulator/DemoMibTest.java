package dev.bulkhead.engine.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.DemoNetwork;
import dev.bulkhead.mibs.Compilation;
import dev.bulkhead.mibs.MibCompiler;
import dev.bulkhead.mibs.MibRepository;
import dev.bulkhead.mibs.display.IndexCodec;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.model.BaseType;
import dev.bulkhead.mibs.model.ObjectKind;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.model.Syntax;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snmp4j.smi.SMIConstants;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** Whether the devices serve what the MIB modules say: objects, types, values, indexes. */
class DemoMibTest {
    private static final String MODULE = "BULKHEAD-DEMO-MIB";
    private static Compilation compilation;
    private static List<VariableBinding> served;
    private static List<VariableBinding> servedBySwitch;

    @BeforeAll
    static void compileAndWalk() throws IOException {
        compilation = MibCompiler.compile(MibRepository.standard());
        try (Simulator simulator = Simulator.open(DemoNetwork.spec().devices());
                Asker toSwitch = new Asker(simulator.addresses().getFirst());
                Asker toServer = new Asker(simulator.addresses().getLast())) {
            servedBySwitch = toSwitch.walk();
            served = new ArrayList<>(servedBySwitch);
            served.addAll(toServer.walk());
        }
    }

    private static Oid oid(VariableBinding binding) {
        return Oid.ofUnsigned(binding.getOid().getValue());
    }

    @Test
    void moduleCompilesWithoutADiagnostic() {
        assertThat(compilation.diagnostics())
                .filteredOn(diagnostic -> diagnostic.location().file().contains(MODULE))
                .isEmpty();
        assertThat(compilation.index().module(MODULE)).isPresent();
    }

    @Test
    void everyInstanceIsOfAReadableObject() {
        List<String> strange = new ArrayList<>();
        for (VariableBinding binding : served) {
            ObjectType object = compilation.index().objectOf(oid(binding)).orElse(null);
            if (object == null || !object.maxAccess().isReadable()) {
                strange.add(binding.toString());
            }
        }
        assertThat(strange).isEmpty();
    }

    @Test
    void everyValueIsOfItsObjectsSyntax() {
        List<String> wrong = new ArrayList<>();
        for (VariableBinding binding : served) {
            Syntax syntax = compilation.index().objectOf(oid(binding)).orElseThrow().syntax();
            if (!fits(binding.getVariable(), syntax)) {
                wrong.add(binding + " is no " + syntax.declaredType());
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean fits(Variable value, Syntax syntax) {
        return switch (syntax.base()) {
            case INTEGER32 ->
                    value.getSyntax() == SMIConstants.SYNTAX_INTEGER32
                            && isNamed(value.toLong(), syntax)
                            && isInRange(value.toLong(), syntax);
            case UNSIGNED32, GAUGE32 ->
                    value.getSyntax() == SMIConstants.SYNTAX_GAUGE32
                            && isInRange(value.toLong(), syntax);
            case COUNTER32 -> value.getSyntax() == SMIConstants.SYNTAX_COUNTER32;
            case COUNTER64 -> value.getSyntax() == SMIConstants.SYNTAX_COUNTER64;
            case TIME_TICKS -> value.getSyntax() == SMIConstants.SYNTAX_TIMETICKS;
            case IP_ADDRESS, NETWORK_ADDRESS -> value.getSyntax() == SMIConstants.SYNTAX_IPADDRESS;
            case OBJECT_IDENTIFIER -> value.getSyntax() == SMIConstants.SYNTAX_OBJECT_IDENTIFIER;
            case OCTET_STRING, BITS ->
                    value instanceof org.snmp4j.smi.OctetString octets
                            && value.getSyntax() == SMIConstants.SYNTAX_OCTET_STRING
                            && (syntax.base() == BaseType.BITS
                                    || isInRange(octets.length(), syntax));
            case OPAQUE, SEQUENCE, SEQUENCE_OF, CHOICE, UNKNOWN -> false;
        };
    }

    private static boolean isNamed(long number, Syntax syntax) {
        return syntax.namedNumbers().isEmpty() || syntax.label(number).isPresent();
    }

    private static boolean isInRange(long number, Syntax syntax) {
        return syntax.ranges().isEmpty()
                || syntax.ranges().stream()
                        .anyMatch(range -> range.min() <= number && number <= range.max());
    }

    @Test
    void everyIndexDecodesAndEncodesBack() {
        MibIndex index = compilation.index();
        for (VariableBinding binding : served) {
            ObjectType object = index.objectOf(oid(binding)).orElseThrow();
            if (object.kind() == ObjectKind.COLUMN) {
                Oid instance = oid(binding).suffix(object.oid().size());
                IndexCodec codec = IndexCodec.of(index.rowOf(object.oid()).orElseThrow());
                List<SmiValue> key = codec.decode(instance).orElseThrow();
                assertThat(codec.encode(key)).as("%s", binding).isEqualTo(instance);
            }
        }
    }

    @Test
    void switchServesEveryObjectOfTheModule() {
        Set<Oid> objects = new HashSet<>();
        servedBySwitch.forEach(binding ->
                compilation
                        .index()
                        .objectOf(oid(binding))
                        .ifPresent(object -> objects.add(object.oid())));
        assertThat(compilation.index().module(MODULE).orElseThrow().definitions())
                .filteredOn(definition ->
                        definition instanceof ObjectType object && object.maxAccess().isReadable())
                .hasSizeGreaterThan(30)
                .allSatisfy(definition ->
                        assertThat(objects).contains(((ObjectType) definition).oid()));
    }
}
