package dev.bulkhead.mibs.index;

import dev.bulkhead.mibs.model.AgentCapabilities;
import dev.bulkhead.mibs.model.BaseType;
import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.model.DefinitionHead;
import dev.bulkhead.mibs.model.Group;
import dev.bulkhead.mibs.model.IndexPart;
import dev.bulkhead.mibs.model.MaxAccess;
import dev.bulkhead.mibs.model.MibModule.Import;
import dev.bulkhead.mibs.model.MibModule.SmiVersion;
import dev.bulkhead.mibs.model.ModuleCompliance;
import dev.bulkhead.mibs.model.ModuleIdentity;
import dev.bulkhead.mibs.model.NotificationType;
import dev.bulkhead.mibs.model.ObjectIdentity;
import dev.bulkhead.mibs.model.ObjectKind;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.model.OidAssignment;
import dev.bulkhead.mibs.model.Reference;
import dev.bulkhead.mibs.model.Status;
import dev.bulkhead.mibs.model.Syntax;
import dev.bulkhead.mibs.model.Syntax.NamedNumber;
import dev.bulkhead.mibs.model.Syntax.Range;
import dev.bulkhead.mibs.model.TextualConvention;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.source.SourceSpan;
import dev.bulkhead.mibs.source.TextSource;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads back one module that a {@link DefinitionWriter} packed. Any thread. */
final class DefinitionReader {
    private final ByteBuffer buffer;
    private final String module;
    private final int texts;
    private final int syntaxes;
    private final int definitions;
    private final String file;
    private final TextSource source;

    /**
     * @param start where the module's bytes begin
     * @param sources a file's text by its name
     */
    DefinitionReader(
            ByteBuffer buffer, int start, String module, Function<String, TextSource> sources) {
        this.buffer = buffer;
        this.module = module;
        ByteView head = new ByteView(buffer, start);
        int textSize = head.readInt();
        int syntaxSize = head.readInt();
        texts = head.position();
        syntaxes = texts + textSize;
        definitions = syntaxes + syntaxSize;
        file = text(new ByteView(buffer, definitions));
        source = sources.apply(file);
    }

    String file() {
        return file;
    }

    TextSource source() {
        return source;
    }

    SmiVersion version() {
        ByteView view = new ByteView(buffer, definitions);
        view.readNumber();
        return view.readByte() == 1 ? SmiVersion.V1 : SmiVersion.V2;
    }

    List<Import> imports() {
        ByteView view = new ByteView(buffer, definitions);
        view.readNumber();
        view.readByte();
        int count = view.readInt();
        List<Import> imports = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            imports.add(new Import(text(view), names(view)));
        }
        return imports;
    }

    /** The definition at an offset. */
    Definition read(int offset, DefinitionKind kind, String name, Oid oid) {
        ByteView view = new ByteView(buffer, definitions + offset);
        int place = view.readInt();
        Status status = Codes.status(view.readByte());
        DefinitionHead head =
                new DefinitionHead(
                        module,
                        name,
                        new SourceSpan(source, place, place + name.length()),
                        status,
                        span(view),
                        span(view));
        return switch (kind) {
            case ASSIGNMENT -> new OidAssignment(head, oid);
            case OBJECT_IDENTITY -> new ObjectIdentity(head, oid);
            case MODULE_IDENTITY -> identity(view, head, oid);
            case SCALAR -> object(view, head, oid, ObjectKind.SCALAR);
            case TABLE -> object(view, head, oid, ObjectKind.TABLE);
            case ROW -> object(view, head, oid, ObjectKind.ROW);
            case COLUMN -> object(view, head, oid, ObjectKind.COLUMN);
            case NOTIFICATION -> new NotificationType(head, oid, references(view), false);
            case TRAP -> new NotificationType(head, oid, references(view), true);
            case OBJECT_GROUP -> new Group(head, oid, references(view), false);
            case NOTIFICATION_GROUP -> new Group(head, oid, references(view), true);
            case COMPLIANCE -> new ModuleCompliance(head, oid, requirements(view));
            case CAPABILITIES -> new AgentCapabilities(head, oid, text(view), supports(view));
            case TYPE -> new TextualConvention(head, syntax(view), false);
            case CONVENTION -> new TextualConvention(head, syntax(view), true);
        };
    }

    /** How many bytes the DESCRIPTION of the definition at an offset has; 0 for none. */
    int descriptionLength(int offset) {
        return behindStatus(offset).readInt();
    }

    /** Where in the file that DESCRIPTION begins. */
    int descriptionStart(int offset) {
        ByteView view = behindStatus(offset);
        return view.readInt() == 0 ? 0 : view.readInt();
    }

    private ByteView behindStatus(int offset) {
        ByteView view = new ByteView(buffer, definitions + offset);
        view.readNumber();
        view.readByte();
        return view;
    }

    private String text(ByteView view) {
        return new ByteView(buffer, texts + view.readInt()).readText();
    }

    private Optional<String> optional(ByteView view) {
        return view.readByte() == 0 ? Optional.empty() : Optional.of(view.readText());
    }

    private List<String> names(ByteView view) {
        int count = view.readInt();
        List<String> names = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            names.add(text(view));
        }
        return names;
    }

    private SourceSpan span(ByteView view) {
        int length = view.readInt();
        if (length == 0) {
            return SourceSpan.NONE;
        }
        int start = view.readInt();
        return new SourceSpan(source, start, start + length);
    }

    private Reference reference(ByteView view) {
        return new Reference(text(view), text(view));
    }

    private List<Reference> references(ByteView view) {
        int count = view.readInt();
        List<Reference> references = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            references.add(reference(view));
        }
        return references;
    }

    private ModuleIdentity identity(ByteView view, DefinitionHead head, Oid oid) {
        String updated = text(view);
        String organization = text(view);
        SourceSpan contact = span(view);
        int count = view.readInt();
        List<ModuleIdentity.Revision> revisions = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            revisions.add(new ModuleIdentity.Revision(text(view), span(view)));
        }
        return new ModuleIdentity(head, oid, updated, organization, contact, revisions);
    }

    private ObjectType object(ByteView view, DefinitionHead head, Oid oid, ObjectKind kind) {
        Syntax syntax = syntax(view);
        Optional<String> units = optional(view);
        MaxAccess access = Codes.access(view.readByte());
        Optional<String> defaultValue = optional(view);
        int count = view.readInt();
        List<IndexPart> index = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            index.add(new IndexPart(reference(view), syntax(view), view.readByte() == 1));
        }
        Optional<Reference> augments =
                view.readByte() == 0 ? Optional.empty() : Optional.of(reference(view));
        return new ObjectType(
                head, oid, kind, syntax, units, access, index, augments, defaultValue);
    }

    private List<ModuleCompliance.Requirement> requirements(ByteView view) {
        int count = view.readInt();
        List<ModuleCompliance.Requirement> requirements = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            requirements.add(
                    new ModuleCompliance.Requirement(
                            text(view), names(view), names(view), names(view)));
        }
        return requirements;
    }

    private List<AgentCapabilities.Support> supports(ByteView view) {
        int count = view.readInt();
        List<AgentCapabilities.Support> supports = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            supports.add(new AgentCapabilities.Support(text(view), names(view)));
        }
        return supports;
    }

    private Syntax syntax(ByteView view) {
        ByteView packed = new ByteView(buffer, syntaxes + view.readInt());
        BaseType base = Codes.base(packed.readByte());
        String declared = text(packed);
        Optional<Reference> convention =
                packed.readByte() == 0 ? Optional.empty() : Optional.of(reference(packed));
        Optional<String> hint = optional(packed);
        int labels = packed.readInt();
        List<NamedNumber> named = new ArrayList<>(labels);
        for (int i = 0; i < labels; i++) {
            named.add(new NamedNumber(packed.readText(), packed.readSigned()));
        }
        int bounds = packed.readInt();
        List<Range> ranges = new ArrayList<>(bounds);
        for (int i = 0; i < bounds; i++) {
            ranges.add(new Range(packed.readSigned(), packed.readSigned()));
        }
        return new Syntax(base, declared, convention, hint, named, ranges);
    }
}
