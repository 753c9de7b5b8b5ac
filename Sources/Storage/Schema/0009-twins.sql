-- Likely twins of a register, and which enterprises were merged into which.

-- Two enterprises of an office that may be one. Enterprises are named and not referred to: a list that is taken back
-- takes its own away, and what was decided about them is then about nobody.
CREATE TABLE twin_pair (
    id TEXT NOT NULL PRIMARY KEY,
    office TEXT NOT NULL REFERENCES region (code),
    first_one TEXT NOT NULL,
    second_one TEXT NOT NULL,
    -- Sum of the evidence in bits (TwinScore).
    bits {real} NOT NULL,
    -- JSON: the pieces of evidence, the weightiest first.
    reasons TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'different', 'merged')),
    found_at TEXT NOT NULL,
    decided_at TEXT,
    decided_by TEXT REFERENCES account (id),
    UNIQUE (first_one, second_one),
    CHECK (first_one < second_one),
    CHECK ((state = 'open') = (decided_at IS NULL))
) {strict};

CREATE INDEX twin_pair_by_office ON twin_pair (office, state, bits, id);
CREATE INDEX twin_pair_by_bits ON twin_pair (state, bits, id);

-- An enterprise that was merged into another, and what the other took from it.
CREATE TABLE merger (
    id TEXT NOT NULL PRIMARY KEY,
    office TEXT NOT NULL REFERENCES region (code),
    twin TEXT NOT NULL,
    kept TEXT NOT NULL,
    -- The version of the kept one that the merger made: one that is higher now was changed by somebody since.
    version {int} NOT NULL CHECK (version > 1),
    -- JSON: how the kept one was before, and what it took beside the fields of its card.
    image TEXT NOT NULL,
    at TEXT NOT NULL,
    by_account TEXT REFERENCES account (id),
    undone_at TEXT,
    undone_by TEXT REFERENCES account (id),
    CHECK (twin <> kept),
    CHECK (undone_at IS NOT NULL OR undone_by IS NULL)
) {strict};

-- Nobody is merged into two.
CREATE UNIQUE INDEX merger_by_twin ON merger (twin) WHERE undone_at IS NULL;
CREATE INDEX merger_by_office ON merger (office, at);
CREATE INDEX merger_by_kept ON merger (kept, version);
