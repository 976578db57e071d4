package dev.bulkhead.mibs.resolve;

import dev.bulkhead.mibs.lexer.Keyword;
import dev.bulkhead.mibs.model.AgentCapabilities.Support;
import dev.bulkhead.mibs.model.ModuleCompliance.Requirement;
import dev.bulkhead.mibs.syntax.Clause;
import dev.bulkhead.mibs.syntax.Clause.Item;
import java.util.ArrayList;
import java.util.List;

/** MODULE and SUPPORTS clauses, each with the clauses that follow it (RFC 2580 §5.4, §6.5). */
final class Conformance {
    private Conformance() {}

    static List<Requirement> requirements(String ownModule, Clauses clauses) {
        List<Requirement> requirements = new ArrayList<>();
        for (List<Clause> section : sections(clauses, Keyword.MODULE)) {
            List<String> named = listed(section, Keyword.MODULE);
            requirements.add(
                    new Requirement(
                            named.isEmpty() ? ownModule : named.getFirst(),
                            listed(section, Keyword.MANDATORY_GROUPS),
                            words(section, Keyword.GROUP),
                            words(section, Keyword.OBJECT)));
        }
        return requirements;
    }

    static List<Support> supports(Clauses clauses) {
        List<Support> supports = new ArrayList<>();
        for (List<Clause> section : sections(clauses, Keyword.SUPPORTS)) {
            List<String> named = listed(section, Keyword.SUPPORTS);
            supports.add(
                    new Support(
                            named.isEmpty() ? "" : named.getFirst(),
                            listed(section, Keyword.INCLUDES)));
        }
        return supports;
    }

    private static List<List<Clause>> sections(Clauses clauses, Keyword keyword) {
        List<List<Clause>> sections = new ArrayList<>();
        for (Clause clause : clauses.all) {
            if (clause.keyword() == keyword) {
                sections.add(new ArrayList<>());
            }
            if (!sections.isEmpty()) {
                sections.getLast().add(clause);
            }
        }
        return sections;
    }

    private static List<String> listed(List<Clause> section, Keyword keyword) {
        List<String> names = new ArrayList<>();
        for (Clause clause : section) {
            if (clause instanceof Clause.Names list && list.keyword() == keyword) {
                for (Item item : list.items()) {
                    names.add(item.name().text());
                }
            }
        }
        return names;
    }

    private static List<String> words(List<Clause> section, Keyword keyword) {
        List<String> names = new ArrayList<>();
        for (Clause clause : section) {
            if (clause instanceof Clause.Word word && word.keyword() == keyword) {
                names.add(word.word().text());
            }
        }
        return names;
    }
}
