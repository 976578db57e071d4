#!/bin/sh
# Makes all keys and certificates of this folder anew. Needs OpenSSL 3.
set -eu
cd "$(dirname "$0")"
days=36500
san="subjectAltName=DNS:localhost,IP:127.0.0.1,IP:0:0:0:0:0:0:0:1"
new() { # name subject
    openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1.key"
    openssl req -new -key "$1.key" -subj "/O=Bulkhead tests/CN=$2" -out "$1.csr"
}
sign() { # name extensions, then flags
    name=$1
    printf '%s\n' "$2" >ext
    shift 2
    openssl x509 -req -in "$name.csr" -CA authority.crt -CAkey authority.key -extfile ext "$@" -out "$name.crt"
}
pack() { # name: key and certificates for SNMP4J
    openssl pkcs12 -export -inkey "$1.key" -in "$1.crt" -certfile authority.crt -name "$1" -passout pass:changeit -out "$1.p12"
}
new authority "Bulkhead test authority"
openssl x509 -req -in authority.csr -key authority.key -days $days -extfile /dev/stdin -out authority.crt <<X
basicConstraints=critical,CA:TRUE
keyUsage=critical,keyCertSign
X
new agent agent
sign agent "$san" -days $days
pack agent
new expired expired
sign expired "$san" -days -1
pack expired
new elsewhere elsewhere
sign elsewhere "subjectAltName=DNS:elsewhere.example,DNS:*.lab.example" -days $days
pack elsewhere
new manager manager
sign manager "basicConstraints=CA:FALSE" -days $days
pack manager
new stranger stranger
openssl x509 -req -in stranger.csr -key stranger.key -days $days -out stranger.crt
openssl pkcs8 -topk8 -in manager.key -passout pass:changeit -out locked.key
openssl ec -in manager.key -out sec1.key
keytool -importcert -noprompt -alias authority -file authority.crt -keystore trust.p12 -storetype PKCS12 -storepass changeit
rm -f -- *.csr ext authority.key authority.srl agent.key agent.crt expired.key expired.crt elsewhere.key
