package dev.bulkhead.app.change;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.query.Inert;
import dev.bulkhead.app.theme.Tone;
import dev.bulkhead.engine.sample.ErrorStatus;
import dev.bulkhead.engine.sample.Failure;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** What came of a change, in a word for its cell and a sentence beside it. */
public final class OutcomeWords {
    private OutcomeWords() {}

    /** {@code written}, {@code notWritable (17)}. */
    public static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Written(var back) when back.isEmpty() ->
                    Words.text("change.outcome.written-unread");
            case Outcome.Written _ -> Words.text("change.outcome.written");
            case Outcome.Refused(ErrorStatus status) -> error(status);
            case Outcome.Untouched _ -> Words.text("change.outcome.untouched");
            case Outcome.Uncertain(_, var back) ->
                    Words.text(
                            back.isPresent()
                                    ? "change.outcome.uncertain-read"
                                    : "change.outcome.uncertain");
            case Outcome.NotTried() -> Words.text("change.outcome.not-tried");
            case Outcome.TakenBack() -> Words.text("change.outcome.taken-back");
        };
    }

    /** {@code noAccess (6)}. */
    static String error(ErrorStatus status) {
        return Words.text("change.error", status.rfcName(), Integer.toString(status.number()));
    }

    /** What happened and what to try, such as {@code noAccess (6): this community may read...}. */
    public static String sentence(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Written _, Outcome.NotTried _, Outcome.TakenBack _ ->
                    Words.text(key(outcome));
            case Outcome.Refused(ErrorStatus status) ->
                    Words.text("change.refused", error(status), advice(status));
            case Outcome.Untouched(Failure why) ->
                    why instanceof Failure.ErrorResponse
                            ? Words.text("change.untouched.other")
                            : Words.text("change.untouched", Inert.text(why.message()));
            case Outcome.Uncertain(Failure why, var back) ->
                    Words.text(
                            back.isPresent() ? "change.uncertain-read" : "change.uncertain",
                            Inert.text(why.message()));
        };
    }

    private static String key(Outcome outcome) {
        return switch (outcome) {
            case Outcome.TakenBack _ -> "change.taken-back";
            case Outcome.NotTried _ -> "change.not-tried";
            default -> "change.written";
        };
    }

    /** The short reason that stands in the cell. */
    static String advice(Outcome outcome) {
        return outcome instanceof Outcome.Refused(ErrorStatus status)
                ? advice(status)
                : sentence(outcome);
    }

    /** What an error-status says about the object, the value or the user. */
    static String advice(ErrorStatus status) {
        String key = "change.advice." + status.rfcName();
        return Words.has(key) ? Words.text(key) : Words.text("change.advice.other");
    }

    static Tone tone(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Written _ -> Tone.SUCCESS;
            case Outcome.Refused _ -> Tone.DANGER;
            case Outcome.Uncertain _ -> Tone.WARNING;
            case Outcome.Untouched _, Outcome.NotTried _, Outcome.TakenBack _ -> Tone.NEUTRAL;
        };
    }

    static Ikon icon(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Written _ -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
            case Outcome.Refused _ -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
            case Outcome.Uncertain _ -> MaterialDesignH.HELP_CIRCLE_OUTLINE;
            case Outcome.Untouched _, Outcome.NotTried _ -> MaterialDesignM.MINUS_CIRCLE_OUTLINE;
            case Outcome.TakenBack _ -> MaterialDesignU.UNDO_VARIANT;
        };
    }
}
