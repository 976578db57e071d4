package dev.bulkhead.tests.faults;

import dev.bulkhead.mibs.smi.Oid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A name of an agent that cheats: unlike an {@link Oid} its sub-identifiers have no limit. */
record Name(List<Long> subIdentifiers) implements Comparable<Name> {
    Name {
        subIdentifiers = List.copyOf(subIdentifiers);
    }

    static Name parse(String dotted) {
        return new Name(Arrays.stream(dotted.split("\\.")).map(Long::valueOf).toList());
    }

    Name child(long... more) {
        List<Long> longer = new ArrayList<>(subIdentifiers);
        Arrays.stream(more).forEach(longer::add);
        return new Name(longer);
    }

    int size() {
        return subIdentifiers.size();
    }

    long at(int index) {
        return subIdentifiers.get(index);
    }

    long last() {
        return subIdentifiers.getLast();
    }

    Name parent() {
        return new Name(subIdentifiers.subList(0, size() - 1));
    }

    boolean startsWith(Name prefix) {
        return size() >= prefix.size()
                && subIdentifiers.subList(0, prefix.size()).equals(prefix.subIdentifiers);
    }

    Oid oid() {
        return Oid.of(subIdentifiers.stream().mapToLong(Long::longValue).toArray());
    }

    @Override
    public int compareTo(Name other) {
        for (int i = 0; i < Math.min(size(), other.size()); i++) {
            int order = Long.compare(at(i), other.at(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(size(), other.size());
    }

    @Override
    public String toString() {
        return subIdentifiers.stream().map(String::valueOf).collect(Collectors.joining("."));
    }
}
