-- What owners propose to change on the card of an enterprise, and what the office said to it. Nothing of it changes the
-- register by itself.

CREATE TABLE change_request (
    id TEXT NOT NULL PRIMARY KEY,
    office TEXT NOT NULL REFERENCES region (code),
    enterprise TEXT NOT NULL REFERENCES enterprise (id),
    -- The version of the card that it was made from.
    seen_version {int} NOT NULL CHECK (seen_version > 0),
    -- In the owner's words, sealed by the enterprise's key.
    why {bytes} NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'approved', 'refused', 'withdrawn')),
    made_at TEXT NOT NULL,
    made_by TEXT REFERENCES account (id),
    settled_at TEXT,
    settled_by TEXT REFERENCES account (id),
    -- In the office's words, sealed in the same way.
    reason {bytes},
    CHECK ((state = 'open') = (settled_at IS NULL)),
    CHECK (settled_at IS NOT NULL OR settled_by IS NULL),
    CHECK (state <> 'refused' OR reason IS NOT NULL)
) {strict};

CREATE INDEX change_request_by_office ON change_request (office, state, made_at, id);
CREATE INDEX change_request_by_state ON change_request (state, made_at, id);
CREATE INDEX change_request_by_enterprise ON change_request (enterprise, made_at, id);

-- A field of a request: how it stood and how it should stand, sealed in the same way; empty means not known.
CREATE TABLE change_field (
    request TEXT NOT NULL REFERENCES change_request (id),
    field TEXT NOT NULL CHECK (field <> ''),
    -- The one of the request.
    enterprise TEXT NOT NULL,
    old_value {bytes},
    new_value {bytes},
    outcome TEXT NOT NULL CHECK (outcome IN ('open', 'taken', 'left')),
    PRIMARY KEY (request, field),
    CHECK (old_value IS NOT NULL OR new_value IS NOT NULL)
) {strict};

-- Nobody decides twice about one field.
CREATE UNIQUE INDEX change_field_open ON change_field (enterprise, field) WHERE outcome = 'open';
