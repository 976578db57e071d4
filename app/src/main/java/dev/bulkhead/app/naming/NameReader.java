package dev.bulkhead.app.naming;

import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.index.MibNode;
import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.model.OidDefinition;
import dev.bulkhead.mibs.smi.Oid;
import java.util.List;
import java.util.Optional;

/** Names to OIDs. */
final class NameReader {
    private final MibIndex index;

    NameReader(MibIndex index) {
        this.index = index;
    }

    Oid read(String text) throws UnknownNameException {
        String trimmed = text.strip();
        try {
            return MibNames.isNumeric(trimmed) ? Oid.parse(trimmed) : readNames(trimmed);
        } catch (IllegalArgumentException e) {
            throw new UnknownNameException("\"" + text + "\" is no OID: " + e.getMessage());
        }
    }

    private Oid readNames(String text) throws UnknownNameException {
        int colons = text.indexOf("::");
        if (colons > 0 && isModuleName(text.substring(0, colons))) {
            String module = text.substring(0, colons);
            List<NameToken> tokens = NameToken.split(text.substring(colons + 2));
            Oid start = inModule(module, tokens.getFirst().text());
            return descend(start, tokens.subList(1, tokens.size()));
        }
        if (text.startsWith(".")) {
            return descend(Oid.EMPTY, NameToken.split(text.substring(1)));
        }
        List<NameToken> tokens = NameToken.split(text);
        NameToken first = tokens.get(0);
        Oid start = first.isNumber() ? Oid.of(first.number()) : anywhere(first.text());
        return descend(start, tokens.subList(1, tokens.size()));
    }

    private static boolean isModuleName(String text) {
        return text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_');
    }

    private Oid inModule(String module, String name) throws UnknownNameException {
        Optional<Oid> found =
                index.definition(module, name)
                        .filter(OidDefinition.class::isInstance)
                        .map(d -> ((OidDefinition) d).oid());
        if (found.isPresent()) {
            return found.get();
        }
        if (index.module(module).isEmpty()) {
            throw new UnknownNameException(
                    "no module " + module + " is loaded" + NearestNames.ofModules(index, module));
        }
        throw new UnknownNameException(
                module + " defines no " + name + NearestNames.ofDefinitions(index, name));
    }

    private Oid anywhere(String name) throws UnknownNameException {
        for (Definition definition : index.definitions(name)) {
            if (definition instanceof OidDefinition placed) {
                return placed.oid();
            }
        }
        for (MibNode root : index.root().children()) {
            if (root.name().equals(name)) {
                return root.oid();
            }
        }
        throw new UnknownNameException(
                "no loaded module defines the name "
                        + name
                        + NearestNames.ofDefinitions(index, name));
    }

    /** Follows names and numbers down to an object; what comes after is its instance. */
    private Oid descend(Oid start, List<NameToken> tokens) throws UnknownNameException {
        Oid at = start;
        for (int i = 0; i < tokens.size(); i++) {
            Optional<ObjectType> leaf = index.node(at).flatMap(NameWriter::leaf);
            if (leaf.isPresent()) {
                InstanceParts parts = InstanceParts.of(index, leaf.get());
                return at.append(parts.read(tokens.subList(i, tokens.size())));
            }
            NameToken token = tokens.get(i);
            boolean plain = token.quote() == 0 && !token.isNumber();
            at = plain ? child(at, token.text()) : at.append(InstanceParts.raw(token));
        }
        return at;
    }

    private Oid child(Oid parent, String name) throws UnknownNameException {
        Optional<MibNode> node = index.node(parent);
        if (node.isPresent()) {
            for (MibNode child : node.get().children()) {
                if (child.name().equals(name)
                        || child.definitions().stream().anyMatch(d -> d.name().equals(name))) {
                    return child.oid();
                }
            }
        }
        throw new UnknownNameException(
                "there is no "
                        + name
                        + " below "
                        + node.map(MibNode::name).orElse(parent.toDottedString())
                        + NearestNames.ofDefinitions(index, name));
    }
}
