package dev.bulkhead.mibs.index;

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

/** What a packed definition is; its code is part of the cache's format. */
enum DefinitionKind {
    ASSIGNMENT(0, NodeKind.NODE),
    MODULE_IDENTITY(1, NodeKind.MODULE),
    OBJECT_IDENTITY(2, NodeKind.IDENTITY),
    SCALAR(3, NodeKind.SCALAR),
    TABLE(4, NodeKind.TABLE),
    ROW(5, NodeKind.ROW),
    COLUMN(6, NodeKind.COLUMN),
    NOTIFICATION(7, NodeKind.NOTIFICATION),
    TRAP(8, NodeKind.NOTIFICATION),
    OBJECT_GROUP(9, NodeKind.CONFORMANCE),
    NOTIFICATION_GROUP(10, NodeKind.CONFORMANCE),
    COMPLIANCE(11, NodeKind.CONFORMANCE),
    CAPABILITIES(12, NodeKind.CONFORMANCE),
    TYPE(13, NodeKind.TYPE),
    CONVENTION(14, NodeKind.TYPE);

    private static final DefinitionKind[] BY_CODE = values();

    private final byte code;
    private final NodeKind nodeKind;

    DefinitionKind(int code, NodeKind nodeKind) {
        this.code = (byte) code;
        this.nodeKind = nodeKind;
    }

    byte code() {
        return code;
    }

    NodeKind nodeKind() {
        return nodeKind;
    }

    boolean isObject() {
        return this == SCALAR || this == TABLE || this == ROW || this == COLUMN;
    }

    static DefinitionKind ofCode(int code) {
        return BY_CODE[code];
    }

    static DefinitionKind of(Definition definition) {
        return switch (definition) {
            case OidAssignment _ -> ASSIGNMENT;
            case ModuleIdentity _ -> MODULE_IDENTITY;
            case ObjectIdentity _ -> OBJECT_IDENTITY;
            case ObjectType object ->
                    switch (object.kind()) {
                        case SCALAR -> SCALAR;
                        case TABLE -> TABLE;
                        case ROW -> ROW;
                        case COLUMN -> COLUMN;
                    };
            case NotificationType notification -> notification.isTrapType() ? TRAP : NOTIFICATION;
            case Group group -> group.ofNotifications() ? NOTIFICATION_GROUP : OBJECT_GROUP;
            case ModuleCompliance _ -> COMPLIANCE;
            case AgentCapabilities _ -> CAPABILITIES;
            case TextualConvention convention -> convention.isMacro() ? CONVENTION : TYPE;
        };
    }
}
