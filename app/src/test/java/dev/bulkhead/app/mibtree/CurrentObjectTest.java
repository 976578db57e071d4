package dev.bulkhead.app.mibtree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.mibs.MibCompiler;
import dev.bulkhead.mibs.MibRepository;
import dev.bulkhead.mibs.index.MibNode;
import dev.bulkhead.mibs.smi.Oid;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CurrentObjectTest {
    private static final Oid SNMP_MODULES = Oid.parse("1.3.6.1.6.3");

    private final MibLibrary library = new MibLibrary(MibRepository::baseOnly, MibCompiler::plain);
    private final CurrentObject current = new CurrentObject(library);

    private void load() {
        library.loaded(MibCompiler.compile(MibRepository.baseOnly()), List.of());
    }

    private String node() {
        return current.nodeProperty().get().map(MibNode::name).orElse("");
    }

    @Test
    void aTypedNameSelectsItsNode() {
        load();
        assertThat(current.type("snmpModules")).isTrue();
        assertThat(current.oidProperty().get()).isEqualTo(SNMP_MODULES);
        assertThat(node()).isEqualTo("snmpModules");
    }

    @Test
    void anInstanceSelectsTheNodeAboveAndKeepsItsOwnOid() {
        load();
        current.select(SNMP_MODULES.append(4711).append(1));
        assertThat(node()).isEqualTo("snmpModules");
        assertThat(current.oidProperty().get().size()).isEqualTo(SNMP_MODULES.size() + 2);
    }

    @Test
    void anUnknownNameChangesOnlyTheProblem() {
        load();
        current.select(SNMP_MODULES);
        assertThat(current.type("noSuchThing")).isFalse();
        assertThat(current.oidProperty().get()).isEqualTo(SNMP_MODULES);
        assertThat(current.problemProperty().get()).contains("noSuchThing");
        current.select(Oid.INTERNET);
        assertThat(current.problemProperty().get()).isEmpty();
    }

    @Test
    void newModulesNameWhatIsAlreadySelected() {
        current.select(SNMP_MODULES);
        assertThat(node()).isNotEqualTo("snmpModules");
        load();
        assertThat(node()).isEqualTo("snmpModules");
    }

    @Test
    void backAndForwardLeadThroughWhatWasSelected() {
        load();
        current.select(SNMP_MODULES);
        current.goBack();
        assertThat(current.oidProperty().get()).isEqualTo(Oid.INTERNET);
        current.goForward();
        assertThat(current.oidProperty().get()).isEqualTo(SNMP_MODULES);
    }
}
