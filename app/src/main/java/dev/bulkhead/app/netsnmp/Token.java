package dev.bulkhead.app.netsnmp;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The tokens of {@code snmp.conf} that matter here, as net-snmp 5.9 spells them. */
enum Token {
    DEF_VERSION("defVersion"),
    DEF_COMMUNITY("defCommunity", Use.SECRET),
    DEF_SECURITY_MODEL("defSecurityModel"),
    DEF_SECURITY_NAME("defSecurityName"),
    DEF_SECURITY_LEVEL("defSecurityLevel"),
    DEF_AUTH_TYPE("defAuthType"),
    DEF_PRIV_TYPE("defPrivType"),
    DEF_PASSPHRASE("defPassphrase", Use.SECRET),
    DEF_AUTH_PASSPHRASE("defAuthPassphrase", Use.SECRET),
    DEF_PRIV_PASSPHRASE("defPrivPassphrase", Use.SECRET),
    DEF_CONTEXT("defContext"),
    LOCAL_CERT("localCert"),
    PEER_CERT("peerCert"),
    TRUST_CERT("trustCert"),
    DEFAULT_PORT("defaultPort"),
    TIMEOUT("timeout"),
    RETRIES("retries"),
    TRANSPORT("transport"),
    ALIAS("alias"),
    DEF_AUTH_MASTER_KEY("defAuthMasterKey", Use.KEY),
    DEF_PRIV_MASTER_KEY("defPrivMasterKey", Use.KEY),
    DEF_AUTH_LOCALIZED_KEY("defAuthLocalizedKey", Use.KEY),
    DEF_PRIV_LOCALIZED_KEY("defPrivLocalizedKey", Use.KEY),
    CLIENT_ADDR("clientaddr", "the system chooses the address that requests come from"),
    DEF_DOMAIN("defDomain", "write the transport before the address, as in tcp:HOST"),
    DEF_TARGET("defTarget", "give each device its own address"),
    X509_CRL("x509CRLFile", "revoked certificates are not looked up"),
    TLS_ALGORITHMS("tlsAlgorithms", "Java chooses the ciphers"),
    EXTRA_X509("extraX509SubDir", "give the certificate's file with its folder"),
    SSH_USER("sshusername", "SNMP over SSH is not spoken"),
    SSH_PUBLIC("sshpubkey", "SNMP over SSH is not spoken"),
    SSH_PRIVATE("sshprivkey", "SNMP over SSH is not spoken"),
    DISABLE_V1("disableSNMPv1", "choose the version by the credential"),
    DISABLE_V2C("disableSNMPv2c", "choose the version by the credential"),
    DISABLE_V3("disableSNMPv3", "choose the version by the credential"),
    SHORT_IDS("16bitIDs", "request IDs have 32 bits"),
    DONT_LOAD_HOSTS("dontLoadHostConfig");

    /** What is done with a token's value. */
    private enum Use {
        PLAIN,
        SECRET,
        KEY,
        NONE
    }

    private final String spelling;
    private final Use use;
    private final String why;

    Token(String spelling) {
        this(spelling, Use.PLAIN);
    }

    Token(String spelling, Use use) {
        this.spelling = spelling;
        this.use = use;
        this.why =
                use == Use.KEY
                        ? "a key is not kept: give the passphrase it was made of, or make the user"
                                + " anew"
                        : "";
    }

    Token(String spelling, String why) {
        this.spelling = spelling;
        this.use = Use.NONE;
        this.why = why;
    }

    /** As net-snmp's manual writes it. */
    String spelling() {
        return spelling;
    }

    /** Whether it is no use to a credential or device; {@link #why} says what to do instead. */
    boolean isNotTaken() {
        return use == Use.KEY || use == Use.NONE;
    }

    /** Whether its value must not be seen. */
    boolean isSecret() {
        return use == Use.SECRET || use == Use.KEY;
    }

    String why() {
        return why;
    }

    /** The one of a spelling; case does not count. */
    static Optional<Token> of(String word) {
        return Arrays.stream(values())
                .filter(token -> token.spelling.equalsIgnoreCase(word))
                .findFirst();
    }

    /** Whether a word is a token that says nothing of credentials or devices. */
    static boolean isOther(String word) {
        return OTHERS.contains(" " + word.toLowerCase(Locale.ROOT) + " ");
    }

    /** Of modules, output, logs, buffers and agents. */
    private static final String OTHERS =
            " dodebugging debugtokens debugloglevel logtimestamp logoption mibdirs mibs mibfile"
                    + " showmiberrors commenttoeol strictcommentterm miballowunderline"
                    + " mibwarninglevel mibreplacewithlatest printnumericenums printnumericoids"
                    + " escapequotes dontbreakdownoids quickprinting numerictimeticks"
                    + " oidoutputformat suffixprinting extendedindex printhextext printvalueonly"
                    + " dontprintunits hexoutputlength dumppacket reverseencodeber"
                    + " notokenwarnings norangecheck persistentdir tempfilepattern nodisplayhint"
                    + " clientaddrusesport serversendbuf serverrecvbuf clientsendbuf clientrecvbuf"
                    + " sendmessagemaxsize nopersistentload nopersistentsave"
                    + " nocontextengineiddiscovery outputprecision tsmusetransportprefix"
                    + " sourcefiltertype sourcefilteraddress engineid engineidtype engineidnic"
                    + " sshtosnmpsocket sshtosnmpsocketperms ";
}
