-- What an office's lists are asked for.

-- In the order of the last change.
CREATE INDEX enterprise_by_change ON enterprise (office, changed_at, id);

-- What the list is asked, kept by somebody under a name. It holds no enterprise and gives no right.
CREATE TABLE list_view (
    id TEXT NOT NULL PRIMARY KEY,
    office TEXT NOT NULL REFERENCES region (code),
    kept_by TEXT NOT NULL REFERENCES account (id),
    name TEXT NOT NULL CHECK (name <> ''),
    -- As it follows the question mark of an address.
    asked TEXT NOT NULL,
    -- Since when the office sees it too; NULL for one that its keeper sees alone.
    shared_at TEXT,
    version {int} NOT NULL CHECK (version > 0),
    kept_at TEXT NOT NULL,
    changed_at TEXT NOT NULL
) {strict};

CREATE UNIQUE INDEX list_view_by_name ON list_view (kept_by, name);
CREATE INDEX list_view_by_office ON list_view (office, name, id);

-- Changes of many enterprises of an office at once, and how each was before.
CREATE TABLE bulk_change (
    id TEXT NOT NULL PRIMARY KEY,
    office TEXT NOT NULL REFERENCES region (code),
    deed TEXT NOT NULL CHECK (deed IN ('set', 'join', 'leave')),
    -- Of the card, and its new value; NULL for a sentra, which is named and not referred to: so are enterprises below. A
    -- list that is taken back takes its own away.
    field TEXT,
    value TEXT,
    sentra TEXT,
    -- From when on, or the last one.
    day TEXT CHECK (length(day) = 10),
    at TEXT NOT NULL,
    by_account TEXT REFERENCES account (id),
    undone_at TEXT,
    undone_by TEXT REFERENCES account (id),
    CHECK ((deed = 'set') = (field IS NOT NULL)),
    CHECK ((deed = 'set') = (sentra IS NULL))
) {strict};

CREATE INDEX bulk_change_by_office ON bulk_change (office, at, id);
CREATE INDEX bulk_change_by_instant ON bulk_change (at, id);

CREATE TABLE bulk_change_part (
    bulk_change TEXT NOT NULL REFERENCES bulk_change (id),
    number {int} NOT NULL CHECK (number > 0),
    enterprise TEXT NOT NULL,
    -- The name at the time.
    name TEXT NOT NULL,
    -- Of the enterprise or the membership, as the change made it: one that is higher now was changed by somebody since.
    version {int} NOT NULL,
    member TEXT,
    -- The value of the field or the last day before; NULL for none.
    was TEXT,
    -- Whether it was taken back; NULL while nobody asked for that.
    undone {int} CHECK (undone IN (0, 1)),
    PRIMARY KEY (bulk_change, number)
) {strict};

CREATE INDEX bulk_change_part_by_enterprise ON bulk_change_part (enterprise);
