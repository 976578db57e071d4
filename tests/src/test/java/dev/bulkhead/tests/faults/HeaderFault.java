package dev.bulkhead.tests.faults;

import static dev.bulkhead.tests.faults.Behaviour.answering;
import static dev.bulkhead.tests.faults.Behaviour.hearing;
import static dev.bulkhead.tests.faults.Behaviour.wrapping;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Group B: header, correlation, errors. */
@SuppressWarnings("ImmutableEnumChecker") // suppliers without state
enum HeaderFault implements Fault {
    WRONG_REQID(
            "drops the answer and times out",
            () -> answering((asked, good) -> good.withRequestId(good.requestId() + 1))),
    ZERO_REQID(
            "drops the answer and times out",
            () -> answering((asked, good) -> good.withRequestId(0))),
    MAX_REQID(
            "drops the answer and times out",
            () -> answering((asked, good) -> good.withRequestId(Integer.MAX_VALUE))),
    WRONG_COMMUNITY(
            "drops the answer",
            () ->
                    wrapping((asked, good) ->
                            new CommunityMessage(good.version(), "other", good.pdu()))),
    WRONG_VERSION(
            "drops the answer; the message names the version that was seen",
            () ->
                    wrapping((asked, good) ->
                            new CommunityMessage(
                                    1 - good.version(), good.community(), good.pdu()))),
    WRONG_PDU(
            "drops the answer, which is not shown as a trap",
            () -> answering((asked, good) -> good.withType(wrongType(asked)))),
    ERR_INDEX_OOB(
            "reports the error without a variable; no index runs over",
            () -> answering((asked, good) -> asked.pdu().error(Pdu.NO_SUCH_NAME, 99))),
    GEN_ERR(
            "reports genErr with the variable; no endless retry",
            () -> answering((asked, good) -> asked.pdu().error(Pdu.GEN_ERR, 1))),
    NO_ACCESS(
            "shows the rest and says what may not be seen", () -> answering(HeaderFault::noAccess)),
    TOO_BIG(
            "asks for less until it fits, and remembers",
            () ->
                    answering((asked, good) ->
                            mostAnswered(asked) > Targets.LIMIT
                                    ? asked.pdu().error(Pdu.TOO_BIG, 0)
                                    : good)),
    TOO_BIG_ALWAYS(
            "gives up with a clear message after eight attempts at most",
            () -> answering((asked, good) -> asked.pdu().error(Pdu.TOO_BIG, 0))),
    BULK_ZERO(
            "stops or falls back to GETNEXT",
            () -> answering(onBulk((asked, good) -> good.withVariables(List.of())))),
    BULK_TOO_MANY(
            "takes or ignores the surplus",
            () ->
                    new Behaviour() {
                        @Override
                        public int rows(int asked) {
                            return 3 * asked;
                        }
                    }),
    NO_BULK(
            "falls back to GETNEXT after the first timeout, and remembers",
            () -> hearing(not(Asked::isBulk))),
    BULK_GENERR(
            "falls back to GETNEXT, and remembers",
            () -> answering(onBulk((asked, good) -> asked.pdu().error(Pdu.GEN_ERR, 1)))),
    FIRST_ONLY(
            "asks for what is missing; no value under a wrong name",
            () ->
                    answering((asked, good) ->
                            good.withVariables(good.variables().stream().limit(1).toList()))),
    DROP_MULTI(
            "falls back to one variable in a request",
            () -> hearing(asked -> asked.size() == 1 && !asked.isBulk())),
    WRONG_OID(
            "drops what it did not ask for, or shows it under the name returned",
            () ->
                    answering((asked, good) ->
                            asked.isGet() ? good.withVariables(renamed(good)) : good)),
    SWAPPED(
            "assigns by name, not by place",
            () ->
                    answering((asked, good) ->
                            asked.isGet()
                                    ? good.withVariables(good.variables().reversed())
                                    : good)),
    EMPTY_VBL(
            "says that the answer is empty; walks end",
            () -> answering((asked, good) -> good.withVariables(List.of())));

    private static final Name ELSEWHERE = Name.parse("1.3.6.1.4.1.8072.9999.9999.7");

    private final String must;
    private final Supplier<Behaviour> behaviour;

    HeaderFault(String must, Supplier<Behaviour> behaviour) {
        this.must = must;
        this.behaviour = behaviour;
    }

    @Override
    public String must() {
        return must;
    }

    @Override
    public Behaviour behaviour() {
        return behaviour.get();
    }

    private static int wrongType(Asked asked) {
        return switch (asked.number() % 3) {
            case 0 -> Pdu.REPORT;
            case 1 -> Pdu.TRAP;
            default -> Pdu.GET;
        };
    }

    private static Pdu noAccess(Asked asked, Pdu good) {
        List<Name> names = asked.pdu().names();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).startsWith(Targets.IF_X_TABLE)) {
                return asked.pdu().error(Pdu.AUTHORIZATION_ERROR, i + 1);
            }
        }
        return good;
    }

    private static int mostAnswered(Asked asked) {
        return asked.isBulk() ? asked.size() * asked.pdu().index() : asked.size();
    }

    private static Behaviour.Answering onBulk(Behaviour.Answering fault) {
        return (asked, good) -> asked.isBulk() ? fault.answer(asked, good) : good;
    }

    private static Behaviour.Hearing not(Predicate<Asked> heard) {
        return asked -> !heard.test(asked);
    }

    private static List<Pdu.Variable> renamed(Pdu good) {
        List<Pdu.Variable> renamed = new ArrayList<>();
        for (Pdu.Variable variable : good.variables()) {
            renamed.add(Pdu.Variable.of(ELSEWHERE.child(renamed.size()), variable.value()));
        }
        return renamed;
    }
}
