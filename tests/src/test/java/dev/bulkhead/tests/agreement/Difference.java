package dev.bulkhead.tests.agreement;

import java.util.function.UnaryOperator;

/** Where Bulkhead's text is another than net-snmp 5.9's, and why. */
enum Difference {
    /** RFC 2579 §3.1: a separator before the terminator is left out. */
    SEPARATOR_BEFORE_TERMINATOR(text -> text.replace("a:b:c:/ff:1", "a:b:c/ff:1")),

    /** Net-snmp loses the zero of a small negative number with decimals. */
    ZERO_BEFORE_THE_POINT(text -> text.replace("-.05", "-0.05")),

    /**
     * Net-snmp writes octets of an index that are no text as dots, and quotes as they are: two rows
     * can get one name, and none can be asked for by it. Here numbers stay.
     */
    INDEX_THAT_IS_NO_TEXT(text ->
            text.replace("agNameValue.\"a..\"", "agNameValue.3.97.0.255")
                    .replace("agNameValue.\"a\"\\\"", "agNameValue.3.97.34.92")
                    .replace("agImpliedValue.high.'..'", "agImpliedValue.high.195.188")
                    .replace("'..T...'.192.0.2.1.'...'", "0.27.84.10.11.12.192.0.2.1.0.1.2")
                    .replace("'..T...'.", "0.27.84.10.11.12.")
                    .replace(".\".....bulkhead\".", "." + EngineId.NUMBERS + ".")
                    .replace("[\".....bulkhead\"]", "[" + EngineId.NUMBERS + "]")
                    .replaceAll("agNameValue\\[(STRING: )?a\\.\\.\\]", "agNameValue[3.97.0.255]")
                    .replace("['...']", "[0.1.2]")),

    /** A bracket within brackets would end them too early where they are read again. */
    BRACKET_IN_BRACKETS(
            text -> text.replaceAll("agNameValue\\[(STRING: )?a\\.\\]\\]", "agNameValue[\"a.]\"]")),

    /** Net-snmp opens a bracket and never closes it where sub-identifiers are no index. */
    OPEN_BRACKET(text ->
            text.replace("agNameValue[.5.97.98", "agNameValue[5][97][98]")
                    .replace("agNameValue[.7", "agNameValue[7]")
                    .replace("agFixedValue[.0.27.84", "agFixedValue[0][27][84]")),

    /** Net-snmp takes the length of an OID in brackets for a part of it, and loses another. */
    OID_IN_BRACKETS(text ->
            text.replaceAll(
                            "agOidValue\\[[^]]*\\]\\[4294967295\\]",
                            "agOidValue[2.1.3][4294967295]")
                    .replaceAll("agOidValue\\[[^]]*\\]\\[7\\]", "agOidValue[3.1.3.6][7]")),

    /** The index of a column that no module defines is not read: nothing says that it has one. */
    INDEX_OF_AN_UNKNOWN_COLUMN(text ->
            text.replaceAll(
                    "agNameEntry\\.9(\\.\"abc\"|\\[(STRING: )?abc\\])",
                    "agNameEntry.9.3.97.98.99")),

    /** Control characters would do something to the terminal. */
    CONTROL_CHARACTERS(
            text -> text.replace("\u000b", "\\x0b").replace("\f", "\\x0c").replace("\r", "\\r"));

    // A lambda without state.
    @SuppressWarnings("ImmutableEnumChecker")
    private final UnaryOperator<String> rewrite;

    Difference(UnaryOperator<String> rewrite) {
        this.rewrite = rewrite;
    }

    /** Net-snmp's text as Bulkhead has it. */
    String apply(String text) {
        return rewrite.apply(text);
    }

    /** That of the agent, as an index. */
    private static final class EngineId {
        static final String NUMBERS = "13.128.0.31.136.4.98.117.108.107.104.101.97.100";
    }
}
