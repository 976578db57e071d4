# snmpd's "pass" protocol: FILE -g OID or FILE -n OID; answers with OID, type and value, or with nothing.
function compare(a, b,    x, y, n, m, i) {
    n = split(a, x, "."); m = split(b, y, ".")
    for (i = 1; i <= n && i <= m; i++)
        if (x[i] + 0 != y[i] + 0) return x[i] + 0 < y[i] + 0 ? -1 : 1
    return n - m
}
BEGIN {
    base = "1.3.6.1.4.1.32473.77."
    asked = substr(ARGV[3], 2)
    best = ""
    while ((getline line < ARGV[1]) > 0) {
        if (line ~ /^#/) continue
        rest = line
        oid = base substr(rest, 1, index(rest, " ") - 1)
        if (ARGV[2] == "-g" ? oid == asked : compare(oid, asked) > 0 && (best == "" || compare(oid, best) < 0)) {
            best = oid
            rest = substr(rest, index(rest, " ") + 1)
            at = index(rest " ", " ")
            type = substr(rest, 1, at - 1)
            value = substr(rest, at + 1)
        }
    }
    if (best != "") print "." best "\n" type "\n" value
    exit
}
