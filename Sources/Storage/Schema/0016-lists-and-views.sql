-- Rows of a checked list that may speak of an enterprise of the register without being recognised as it. They go into the
-- queue of twins when the list is entered. The enterprise is named and not referred to.
CREATE TABLE list_twin (
    list TEXT NOT NULL REFERENCES list (id),
    row_number {int} NOT NULL CHECK (row_number > 0),
    -- As the list has it.
    name TEXT NOT NULL CHECK (name <> ''),
    enterprise TEXT NOT NULL,
    -- Sum of the evidence in bits (TwinScore), and JSON of its pieces, the weightiest first.
    bits {real} NOT NULL,
    reasons TEXT NOT NULL,
    PRIMARY KEY (list, row_number)
) {strict};

CREATE INDEX list_twin_by_bits ON list_twin (list, bits, row_number);

-- A view may be kept by nobody: the sample's, which the office sees and may remove.
{only sqlite}
CREATE TABLE list_view_anew (
    id TEXT NOT NULL PRIMARY KEY,
    office TEXT NOT NULL REFERENCES region (code),
    kept_by TEXT REFERENCES account (id),
    name TEXT NOT NULL CHECK (name <> ''),
    asked TEXT NOT NULL,
    shared_at TEXT,
    version {int} NOT NULL CHECK (version > 0),
    kept_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    CHECK (kept_by IS NOT NULL OR shared_at IS NOT NULL)
) {strict};

INSERT INTO list_view_anew SELECT id, office, kept_by, name, asked, shared_at, version, kept_at, changed_at FROM list_view;
DROP TABLE list_view;
ALTER TABLE list_view_anew RENAME TO list_view;
CREATE UNIQUE INDEX list_view_by_name ON list_view (kept_by, name);
CREATE INDEX list_view_by_office ON list_view (office, name, id);
{end}
{only postgres}
ALTER TABLE list_view ALTER COLUMN kept_by DROP NOT NULL;
ALTER TABLE list_view ADD CHECK (kept_by IS NOT NULL OR shared_at IS NOT NULL);
{end}

-- Sentra in the order of the last change.
CREATE INDEX sentra_by_change ON sentra (office, changed_at, id);
