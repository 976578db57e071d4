-- Version 1. All times are milliseconds since 1970-01-01 00:00 UTC.

CREATE TABLE target (
    id INTEGER PRIMARY KEY,
    address TEXT NOT NULL UNIQUE, -- host and port
    label TEXT NOT NULL           -- what the user calls the device
);

CREATE TABLE series (
    id INTEGER PRIMARY KEY,
    target INTEGER NOT NULL REFERENCES target (id),
    oid TEXT NOT NULL,            -- of the instance, dotted
    name TEXT NOT NULL,           -- such as ifHCInOctets.9
    syntax TEXT NOT NULL,         -- base type in the words of RFC 2578, such as Counter64
    unit TEXT NOT NULL,           -- of sample.point: b/s, /s, %, s...; '' for plain numbers
    every INTEGER NOT NULL,       -- milliseconds between two rounds of the poll
    UNIQUE (target, oid, unit)
);

CREATE TABLE sample (
    series INTEGER NOT NULL REFERENCES series (id),
    time INTEGER NOT NULL,
    kind INTEGER NOT NULL,        -- BER tag of the value: 2 INTEGER, 4 OCTET STRING, 6 OBJECT IDENTIFIER,
                                  -- 64 IpAddress, 65 Counter32, 66 Gauge32, 67 TimeTicks, 68 Opaque, 70 Counter64,
                                  -- 128 noSuchObject, 129 noSuchInstance
    value,                        -- as the agent gave it: INTEGER for numbers (Counter64: as signed), TEXT for
                                  -- names, addresses and printable octets, BLOB for others, NULL for exceptions
    point REAL,                   -- the number drawn, in series.unit: a counter's rate, or the value; NULL for none
    PRIMARY KEY (series, time)
) WITHOUT ROWID;

CREATE TABLE gap (
    id INTEGER PRIMARY KEY,
    series INTEGER NOT NULL REFERENCES series (id),
    since INTEGER NOT NULL,       -- the last value before it
    until INTEGER NOT NULL,       -- the first value after it, or how far it reaches by now
    reason TEXT NOT NULL
);
CREATE INDEX gap_by_series ON gap (series, since);

CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    time INTEGER NOT NULL,
    kind TEXT NOT NULL,           -- started, paused, stopped, worker-restart, reboot, alarm, notification
    target INTEGER REFERENCES target (id),
    text TEXT NOT NULL
);
CREATE INDEX event_by_time ON event (time);

CREATE TABLE session (
    id INTEGER PRIMARY KEY,
    started INTEGER NOT NULL,
    ended INTEGER                 -- NULL while it is open; 0 if the program ended without closing it
);
