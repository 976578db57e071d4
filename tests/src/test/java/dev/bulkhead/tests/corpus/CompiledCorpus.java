package dev.bulkhead.tests.corpus;

import dev.bulkhead.mibs.Compilation;
import dev.bulkhead.mibs.MibCompiler;
import dev.bulkhead.mibs.MibRepository;
import dev.bulkhead.mibs.model.AgentCapabilities;
import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.model.Group;
import dev.bulkhead.mibs.model.MibModule;
import dev.bulkhead.mibs.model.ModuleCompliance;
import dev.bulkhead.mibs.model.ModuleIdentity;
import dev.bulkhead.mibs.model.NotificationType;
import dev.bulkhead.mibs.model.ObjectIdentity;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.model.OidAssignment;
import dev.bulkhead.mibs.model.OidDefinition;
import dev.bulkhead.mibs.model.TextualConvention;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What Bulkhead makes of folders of MIB files, in the words of the truth tables. */
public final class CompiledCorpus {
    /** The kind of a TRAP-TYPE, which the tables call a node here and a NOTIFICATION-TYPE there. */
    public static final String TRAP = "TRAP-TYPE";

    private final Map<String, Map<String, List<Compiled>>> modules = new HashMap<>();
    private final Map<String, Path> files = new HashMap<>();
    private final Set<Path> judged = new HashSet<>();
    private final Compilation compilation;

    /**
     * A definition with a place in the tree.
     *
     * @param kind as the truth tables write it: scalar, column, node, NOTIFICATION-TYPE...
     * @param access as the RFC writes it, or "" for what is no object
     */
    public record Compiled(String oid, String kind, String access) {}

    private CompiledCorpus(Compilation compilation) {
        this.compilation = compilation;
        for (MibModule module : compilation.modules()) {
            Map<String, List<Compiled>> names = new HashMap<>();
            for (Definition definition : module.definitions()) {
                if (definition instanceof OidDefinition placed) {
                    names.computeIfAbsent(placed.name(), n -> new ArrayList<>(1))
                            .add(compiled(placed));
                }
            }
            modules.put(module.name(), names);
            files.put(module.name(), Path.of(module.file()));
            judged.add(Path.of(module.file()));
        }
        compilation.diagnostics().forEach(d -> judged.add(Path.of(d.location().file())));
    }

    /** Compiles all files below these folders, with the standard library for what they import. */
    public static CompiledCorpus of(List<Path> folders) {
        return new CompiledCorpus(compile(folders));
    }

    /** As {@link #of}, and nothing built on it. */
    public static Compilation compile(List<Path> folders) {
        return MibCompiler.compile(
                MibRepository.baseOnly().withSources(folders).withLibraryForImports());
    }

    /** Compiles the standard library that ships with Bulkhead. */
    public static CompiledCorpus ofStandardLibrary() {
        return new CompiledCorpus(MibCompiler.compile(MibRepository.standard()));
    }

    /** The module's definition of this name, if it has an OID. */
    public Optional<Compiled> find(String module, String name) {
        return all(module, name).stream().findFirst();
    }

    /** All of the module's definitions of this name that have an OID: vendors repeat names. */
    public List<Compiled> all(String module, String name) {
        return modules.getOrDefault(module, Map.of()).getOrDefault(name, List.of());
    }

    public boolean hasModule(String module) {
        return modules.containsKey(module);
    }

    /** Whether this file is the one the module was taken from. */
    public boolean isTakenFrom(String module, Path file) {
        return file.equals(files.get(module));
    }

    /** Whether the file gave a module or has a diagnostic; else nobody hears of it. */
    public boolean hasVerdict(Path file) {
        return judged.contains(file);
    }

    public Compilation compilation() {
        return compilation;
    }

    private static Compiled compiled(OidDefinition definition) {
        String access = definition instanceof ObjectType o ? o.maxAccess().rfcName() : "";
        return new Compiled(definition.oid().toString(), kind(definition), access);
    }

    private static String kind(Definition definition) {
        return switch (definition) {
            case ObjectType object -> object.kind().word();
            case OidAssignment ignored -> "node";
            case ModuleIdentity ignored -> "MODULE-IDENTITY";
            case ObjectIdentity ignored -> "OBJECT-IDENTITY";
            case NotificationType type -> type.isTrapType() ? TRAP : "NOTIFICATION-TYPE";
            case Group group -> group.ofNotifications() ? "NOTIFICATION-GROUP" : "OBJECT-GROUP";
            case ModuleCompliance ignored -> "MODULE-COMPLIANCE";
            case AgentCapabilities ignored -> "AGENT-CAPABILITIES";
            case TextualConvention ignored -> "type";
        };
    }
}
