package dev.bulkhead.app.mibtree;

import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.mibs.index.NodeKind;
import dev.bulkhead.mibs.model.AgentCapabilities;
import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.model.Group;
import dev.bulkhead.mibs.model.ModuleCompliance;
import dev.bulkhead.mibs.model.ModuleIdentity;
import dev.bulkhead.mibs.model.NotificationType;
import dev.bulkhead.mibs.model.ObjectIdentity;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.model.OidAssignment;
import dev.bulkhead.mibs.model.TextualConvention;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The icon of each kind of node; colours by the style class {@code kind-...}. */
public final class NodeIcons {
    private NodeIcons() {}

    /** A new icon. */
    public static FontIcon of(NodeKind kind) {
        return Parts.icon(code(kind), "kind", styleClass(kind));
    }

    /** Turns an icon into that of another kind. */
    public static void set(FontIcon icon, NodeKind kind) {
        icon.setIconCode(code(kind));
        icon.getStyleClass().removeIf(styleClass -> styleClass.startsWith("kind-"));
        icon.getStyleClass().add(styleClass(kind));
    }

    /** What a definition is, as its icon tells it. */
    public static NodeKind kind(Definition definition) {
        return switch (definition) {
            case ObjectType object ->
                    switch (object.kind()) {
                        case SCALAR -> NodeKind.SCALAR;
                        case TABLE -> NodeKind.TABLE;
                        case ROW -> NodeKind.ROW;
                        case COLUMN -> NodeKind.COLUMN;
                    };
            case ModuleIdentity _ -> NodeKind.MODULE;
            case NotificationType _ -> NodeKind.NOTIFICATION;
            case Group _, ModuleCompliance _, AgentCapabilities _ -> NodeKind.CONFORMANCE;
            case TextualConvention _ -> NodeKind.TYPE;
            case ObjectIdentity _ -> NodeKind.IDENTITY;
            case OidAssignment _ -> NodeKind.NODE;
        };
    }

    private static String styleClass(NodeKind kind) {
        return switch (kind) {
            case ROOT, NODE, IDENTITY -> "kind-node";
            case MODULE -> "kind-module";
            case TABLE, ROW -> "kind-table";
            case COLUMN -> "kind-column";
            case INDEX_COLUMN -> "kind-index";
            case SCALAR -> "kind-scalar";
            case NOTIFICATION -> "kind-notification";
            case CONFORMANCE -> "kind-conformance";
            case TYPE -> "kind-type";
        };
    }

    private static Ikon code(NodeKind kind) {
        return switch (kind) {
            case ROOT -> MaterialDesignE.EARTH;
            case NODE, IDENTITY -> MaterialDesignF.FOLDER_OUTLINE;
            case MODULE -> MaterialDesignP.PACKAGE_VARIANT_CLOSED;
            case TABLE -> MaterialDesignT.TABLE;
            case ROW -> MaterialDesignT.TABLE_ROW;
            case COLUMN -> MaterialDesignT.TABLE_COLUMN;
            case INDEX_COLUMN -> MaterialDesignK.KEY_VARIANT;
            case SCALAR -> MaterialDesignL.LEAF;
            case NOTIFICATION -> MaterialDesignB.BELL_OUTLINE;
            case CONFORMANCE -> MaterialDesignC.CHECKBOX_MULTIPLE_MARKED_OUTLINE;
            case TYPE -> MaterialDesignF.FORMAT_LETTER_CASE;
        };
    }
}
