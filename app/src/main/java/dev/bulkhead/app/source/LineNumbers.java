package dev.bulkhead.app.source;

import java.util.AbstractList;

/** The numbers 1 to n as a list that takes no room. */
final class LineNumbers extends AbstractList<Integer> {
    private final int count;

    LineNumbers(int count) {
        this.count = count;
    }

    @Override
    public Integer get(int index) {
        return index + 1;
    }

    @Override
    public int size() {
        return count;
    }

    @Override
    public int indexOf(Object number) {
        return number instanceof Integer n && n >= 1 && n <= count ? n - 1 : -1;
    }

    @Override
    public boolean contains(Object number) {
        return indexOf(number) >= 0;
    }
}
