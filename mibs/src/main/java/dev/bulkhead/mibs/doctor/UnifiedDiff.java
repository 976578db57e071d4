package dev.bulkhead.mibs.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The difference of two texts in the unified format that {@code patch} reads, with 3 lines of
 * context.
 *
 * <p>References: E. Myers, An O(ND) Difference Algorithm, 1986. Texts that differ in more than
 * 3,000 lines are shown as wholly replaced between their common beginning and end.
 */
public final class UnifiedDiff {
    private static final int CONTEXT = 3;
    private static final int MAX_DISTANCE = 3_000;

    private final List<String> old;
    private final List<String> now;

    private UnifiedDiff(List<String> old, List<String> now) {
        this.old = old;
        this.now = now;
    }

    /** A step from the one text to the other; its line's index in each. */
    private record Step(char sign, int oldAt, int newAt) {}

    /** The difference, or "" if there is none. */
    public static String of(String oldName, String newName, String oldText, String newText) {
        if (oldText.equals(newText)) {
            return "";
        }
        UnifiedDiff diff = new UnifiedDiff(lines(oldText), lines(newText));
        return "--- " + oldName + "\n+++ " + newName + "\n" + diff.hunks(diff.steps());
    }

    /** With their ends, so that texts which differ only in those differ. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            int feed = text.indexOf('\n', at);
            int end = feed < 0 ? text.length() : feed + 1;
            lines.add(text.substring(at, end));
            at = end;
        }
        return lines;
    }

    private List<Step> steps() {
        int head = 0;
        int shorter = Math.min(old.size(), now.size());
        while (head < shorter && old.get(head).equals(now.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < head; i++) {
            steps.add(new Step(' ', i, i));
        }
        middle(head, old.size() - tail, now.size() - tail, steps);
        for (int i = tail; i > 0; i--) {
            steps.add(new Step(' ', old.size() - i, now.size() - i));
        }
        return steps;
    }

    private void middle(int head, int oldEnd, int newEnd, List<Step> steps) {
        int n = oldEnd - head;
        int m = newEnd - head;
        int limit = Math.min(n + m, MAX_DISTANCE);
        List<int[]> trace = new ArrayList<>();
        int[] far = new int[2 * limit + 3];
        int mid = limit + 1;
        for (int d = 0; d <= limit; d++) {
            for (int k = -d; k <= d; k += 2) {
                boolean down = k == -d || (k != d && far[mid + k - 1] < far[mid + k + 1]);
                int x = down ? far[mid + k + 1] : far[mid + k - 1] + 1;
                while (x < n && x - k < m && isSame(head + x, head + x - k)) {
                    x++;
                }
                far[mid + k] = x;
            }
            trace.add(Arrays.copyOfRange(far, mid - d, mid + d + 1));
            if (Math.abs(n - m) <= d && (n - m + d) % 2 == 0 && far[mid + n - m] >= n) {
                steps.addAll(walkedBack(trace, head, n, m));
                return;
            }
        }
        for (int i = 0; i < n; i++) {
            steps.add(new Step('-', head + i, head));
        }
        for (int i = 0; i < m; i++) {
            steps.add(new Step('+', oldEnd, head + i));
        }
    }

    private boolean isSame(int oldAt, int newAt) {
        return newAt >= 0 && old.get(oldAt).equals(now.get(newAt));
    }

    /** From the end to the beginning; trace d holds the diagonals -d to d. */
    private static List<Step> walkedBack(List<int[]> trace, int head, int n, int m) {
        List<Step> steps = new ArrayList<>();
        int x = n;
        int y = m;
        for (int d = trace.size() - 1; d > 0; d--) {
            int[] far = trace.get(d - 1);
            int k = x - y;
            boolean down = k == -d || (k != d && at(far, k - 1, d - 1) < at(far, k + 1, d - 1));
            int before = down ? k + 1 : k - 1;
            int fromX = at(far, before, d - 1);
            int fromY = fromX - before;
            while (x > fromX && y > fromY) {
                steps.add(new Step(' ', head + --x, head + --y));
            }
            if (down) {
                steps.add(new Step('+', head + x, head + --y));
            } else {
                steps.add(new Step('-', head + --x, head + y));
            }
        }
        while (x > 0 && y > 0) {
            steps.add(new Step(' ', head + --x, head + --y));
        }
        Collections.reverse(steps);
        return steps;
    }

    private static int at(int[] far, int k, int d) {
        return Math.abs(k) > d ? -1 : far[k + d];
    }

    private String hunks(List<Step> steps) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < steps.size()) {
            while (at < steps.size() && steps.get(at).sign() == ' ') {
                at++;
            }
            if (at < steps.size()) {
                int start = Math.max(0, at - CONTEXT);
                int last = at;
                for (int i = at; i < steps.size() && i - last <= 2 * CONTEXT; i++) {
                    last = steps.get(i).sign() == ' ' ? last : i;
                }
                hunk(steps.subList(start, Math.min(steps.size(), last + 1 + CONTEXT)), text);
                at = last + 1;
            }
        }
        return text.toString();
    }

    private void hunk(List<Step> steps, StringBuilder text) {
        long oldCount = steps.stream().filter(s -> s.sign() != '+').count();
        long newCount = steps.stream().filter(s -> s.sign() != '-').count();
        Step first = steps.getFirst();
        text.append("@@ -").append(range(first.oldAt(), oldCount));
        text.append(" +").append(range(first.newAt(), newCount)).append(" @@\n");
        for (Step step : steps) {
            String line = step.sign() == '+' ? now.get(step.newAt()) : old.get(step.oldAt());
            text.append(step.sign()).append(line);
            if (!line.endsWith("\n")) {
                text.append("\n\\ No newline at end of file\n");
            }
        }
    }

    private static String range(int start, long count) {
        return (count == 0 ? start : start + 1) + (count == 1 ? "" : "," + count);
    }
}
