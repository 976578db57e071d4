package dev.bulkhead.tests.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.BindException;
import java.net.DatagramSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * The process of a {@link Fleet}. Says the port that all its agents are at; then obeys lines of a
 * device's place and its trouble, or {@code bugs}, and says a line for each.
 */
final class FleetMain {
    private FleetMain() {}

    /** The number of devices. */
    public static void main(String[] arguments) throws IOException {
        int devices = Integer.parseInt(arguments[0]);
        int port = freePort();
        List<TroubledAgent> agents = new ArrayList<>();
        for (int i = 0; i < devices; i++) {
            agents.add(new TroubledAgent(i, port));
        }
        System.out.println(port);
        BufferedReader orders =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            System.out.println(order.equals("bugs") ? bugs(agents) : obey(order, agents));
        }
        System.exit(0);
    }

    /** One below those that the system gives to whoever wants any. */
    private static int freePort() throws IOException {
        Random random = new Random();
        while (true) {
            int port = 10_000 + random.nextInt(20_000);
            try (DatagramSocket everywhere = new DatagramSocket(port)) {
                return everywhere.getLocalPort();
            } catch (BindException e) {
                // Taken: another one.
            }
        }
    }

    private static String obey(String order, List<TroubledAgent> agents) throws IOException {
        String[] words = order.split(" ", -1);
        agents.get(Integer.parseInt(words[0])).befall(Trouble.valueOf(words[1]));
        return "done";
    }

    private static String bugs(List<TroubledAgent> agents) {
        return agents.stream()
                .flatMap(agent -> agent.bugs().stream())
                .peek(Throwable::printStackTrace)
                .map(bug -> bug.toString().replace('\n', ' '))
                .collect(Collectors.joining("; "));
    }
}
