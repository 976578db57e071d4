-- Version 2: roll-ups. A row stands for the samples with a point from its time on, for a minute or an hour.

CREATE TABLE minute (
    series INTEGER NOT NULL REFERENCES series (id),
    time INTEGER NOT NULL,        -- a whole minute
    count INTEGER NOT NULL,
    min REAL NOT NULL,
    max REAL NOT NULL,
    average REAL NOT NULL,
    last REAL NOT NULL,
    PRIMARY KEY (series, time)
) WITHOUT ROWID;

CREATE TABLE hour (
    series INTEGER NOT NULL REFERENCES series (id),
    time INTEGER NOT NULL,        -- a whole hour
    count INTEGER NOT NULL,
    min REAL NOT NULL,
    max REAL NOT NULL,
    average REAL NOT NULL,
    last REAL NOT NULL,
    PRIMARY KEY (series, time)
) WITHOUT ROWID;

-- Minutes before this time are rolled up, and hours that end before it; what is newer stands in sample alone.
ALTER TABLE series ADD COLUMN rolled INTEGER NOT NULL DEFAULT 0;
