-- Personal data by UU 27/2022, and work that takes longer than a page.

CREATE TABLE person (
    id TEXT NOT NULL PRIMARY KEY,
    office TEXT NOT NULL REFERENCES region (code),
    -- Empty once erased.
    name TEXT NOT NULL,
    -- Sealed by the person's key.
    contact {bytes},
    nik {bytes},
    nik_last_four TEXT CHECK (length(nik_last_four) = 4),
    -- Keyed hash for finding the same number again, with the key that made it.
    nik_fingerprint TEXT,
    nik_key {int},
    entered_at TEXT NOT NULL,
    version {int} NOT NULL CHECK (version > 0),
    erased_at TEXT,
    CHECK ((nik IS NULL) = (nik_last_four IS NULL)),
    CHECK ((nik IS NULL) = (nik_fingerprint IS NULL)),
    CHECK ((nik IS NULL) = (nik_key IS NULL)),
    CHECK (erased_at IS NULL OR (name = '' AND contact IS NULL AND nik IS NULL)),
    CHECK (erased_at IS NOT NULL OR name <> '')
) {strict};

CREATE INDEX person_by_office ON person (office, name, id);
CREATE INDEX person_by_name ON person (name, id);
CREATE INDEX person_by_nik ON person (nik_fingerprint);

-- The row whose destruction erases a person from events and, in time, from backups.
CREATE TABLE person_key (
    person TEXT NOT NULL PRIMARY KEY REFERENCES person (id),
    sealed {bytes} NOT NULL
) {strict};

CREATE TABLE consent (
    id TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id),
    purpose TEXT NOT NULL CHECK (purpose <> ''),
    act TEXT NOT NULL CHECK (act IN ('given', 'withdrawn', 'stopped')),
    proof_kind TEXT CHECK (proof_kind <> ''),
    proof_reference TEXT CHECK (proof_reference <> ''),
    words_version TEXT CHECK (words_version <> ''),
    recorded_at TEXT NOT NULL,
    recorded_by TEXT REFERENCES account (id),
    -- Who gives must be shown to have given; taking back may have a proof and needs none.
    CHECK (act <> 'given' OR proof_kind IS NOT NULL),
    CHECK (act <> 'stopped' OR proof_kind IS NULL),
    CHECK ((proof_kind IS NULL) = (proof_reference IS NULL)),
    CHECK ((proof_kind IS NULL) = (words_version IS NULL))
) {strict};

CREATE INDEX consent_by_person ON consent (person, recorded_at);
CREATE INDEX consent_by_act ON consent (act, person);

CREATE TABLE personal_data_request (
    id TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL CHECK (kind <> ''),
    received_at TEXT NOT NULL,
    received_by TEXT REFERENCES account (id)
) {strict};

CREATE INDEX personal_data_request_by_person ON personal_data_request (person, received_at);

CREATE TABLE personal_data_request_step (
    request TEXT NOT NULL REFERENCES personal_data_request (id),
    number {int} NOT NULL CHECK (number > 0),
    outcome TEXT NOT NULL CHECK (outcome IN ('answered', 'refused')),
    reason TEXT CHECK (reason <> ''),
    at TEXT NOT NULL,
    by_account TEXT REFERENCES account (id),
    PRIMARY KEY (request, number),
    CHECK ((outcome = 'refused') = (reason IS NOT NULL))
) {strict};

CREATE TABLE job (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind <> ''),
    office TEXT NOT NULL,
    parameters TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
    asked_at TEXT NOT NULL,
    asked_by TEXT REFERENCES account (id),
    started_at TEXT,
    ended_at TEXT,
    -- Who runs it and when it was last heard of: a job whose runner fell silent is taken up again.
    runner TEXT,
    heard_at TEXT,
    tries {int} NOT NULL CHECK (tries >= 0),
    -- Done and wanted, in units of the kind; wanted is empty while it is not known.
    done_count {int} NOT NULL CHECK (done_count >= 0),
    wanted_count {int} CHECK (wanted_count >= 0),
    -- What it has come to, for going on after a crash; JSON of the kind.
    checkpoint TEXT NOT NULL,
    is_cancel_wanted {int} NOT NULL CHECK (is_cancel_wanted IN (0, 1)),
    -- What came of it: JSON of the kind, or a code of what went wrong.
    outcome TEXT NOT NULL
) {strict};

CREATE INDEX job_by_state ON job (state, asked_at);
CREATE INDEX job_by_office ON job (office, asked_at);
CREATE INDEX job_by_kind ON job (kind, asked_at);
CREATE INDEX job_by_instant ON job (asked_at, id);
