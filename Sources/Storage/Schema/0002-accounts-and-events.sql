-- Who may come in, what was done, and whose data are kept. Instants are ISO 8601 in UTC with milliseconds, so that
-- they sort as text; identifiers are made by the program (UUID of version 7).

CREATE TABLE account (
    id TEXT NOT NULL PRIMARY KEY,
    sign_in_name TEXT NOT NULL UNIQUE CHECK (sign_in_name <> ''),
    display_name TEXT NOT NULL CHECK (display_name <> ''),
    -- In whose book its events stand.
    office TEXT NOT NULL REFERENCES region (code),
    -- Argon2id; nobody signs in without one.
    password_hash TEXT,
    created_at TEXT NOT NULL
) {strict};

CREATE INDEX account_by_office ON account (office);

-- The last row of an account says how it stands.
CREATE TABLE account_state (
    account TEXT NOT NULL REFERENCES account (id),
    number {int} NOT NULL CHECK (number > 0),
    standing TEXT NOT NULL CHECK (standing IN ('active', 'suspended')),
    at TEXT NOT NULL,
    by_account TEXT REFERENCES account (id),
    PRIMARY KEY (account, number)
) {strict};

CREATE TABLE hat (
    account TEXT NOT NULL REFERENCES account (id),
    role TEXT NOT NULL CHECK (role <> ''),
    region TEXT NOT NULL REFERENCES region (code),
    -- The enterprise or sentra it is for; empty where the role needs none.
    subject TEXT NOT NULL,
    -- Where a partner comes from, empty for other roles: one person wears the hats of two bodies in one region.
    body TEXT NOT NULL,
    since TEXT NOT NULL,
    given_by TEXT REFERENCES account (id),
    PRIMARY KEY (account, role, region, subject, body)
) {strict};

CREATE INDEX hat_by_role ON hat (role, region);

-- A second factor counts once a first code has shown that it works.
CREATE TABLE second_factor (
    account TEXT NOT NULL PRIMARY KEY REFERENCES account (id),
    secret {bytes} NOT NULL,
    confirmed_at TEXT,
    -- The last counter that was used: a code opens once.
    last_counter {int}
) {strict};

CREATE TABLE recovery_code (
    account TEXT NOT NULL REFERENCES account (id),
    digest TEXT NOT NULL,
    used_at TEXT,
    PRIMARY KEY (account, digest)
) {strict};

-- Of sessions, links and tokens the database knows the digest only.
CREATE TABLE session (
    id TEXT NOT NULL PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL REFERENCES account (id),
    created_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL,
    -- Never later, however busy the session is.
    ends_at TEXT NOT NULL,
    address TEXT NOT NULL,
    program TEXT NOT NULL,
    -- 0 while the second factor is still asked for.
    is_complete {int} NOT NULL CHECK (is_complete IN (0, 1))
) {strict};

CREATE INDEX session_by_account ON session (account);
CREATE INDEX session_by_end ON session (ends_at);

CREATE TABLE one_time_link (
    digest TEXT NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL CHECK (purpose IN ('first-administrator', 'invitation', 'reset')),
    -- Empty for the first administrator, who has no account yet.
    account TEXT REFERENCES account (id),
    created_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    used_at TEXT,
    CHECK ((account IS NULL) = (purpose = 'first-administrator'))
) {strict};

CREATE INDEX one_time_link_by_account ON one_time_link (account);

CREATE TABLE access_token (
    id TEXT NOT NULL PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL REFERENCES account (id),
    name TEXT NOT NULL CHECK (name <> ''),
    -- Words between blanks: what it may be used for.
    scope TEXT NOT NULL CHECK (scope <> ''),
    created_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    last_used_at TEXT,
    revoked_at TEXT
) {strict};

CREATE INDEX access_token_by_account ON access_token (account);

-- Names as digests: what somebody typed into the wrong field may be a password.
CREATE TABLE failed_sign_in (
    id TEXT NOT NULL PRIMARY KEY,
    name_digest TEXT NOT NULL,
    address TEXT NOT NULL,
    at TEXT NOT NULL,
    -- 1 once the account has signed in from this address since.
    is_forgiven {int} NOT NULL CHECK (is_forgiven IN (0, 1))
) {strict};

CREATE INDEX failed_sign_in_by_name ON failed_sign_in (name_digest, at);
CREATE INDEX failed_sign_in_by_address ON failed_sign_in (address, at);
CREATE INDEX failed_sign_in_by_instant ON failed_sign_in (at);

-- Where an account has signed in before.
CREATE TABLE known_address (
    account TEXT NOT NULL REFERENCES account (id),
    address TEXT NOT NULL,
    last_at TEXT NOT NULL,
    PRIMARY KEY (account, address)
) {strict};

-- One book an office: its events are numbered and each holds the hash of the one before.
CREATE TABLE event_book (
    office TEXT NOT NULL PRIMARY KEY,
    length {int} NOT NULL CHECK (length >= 0),
    head TEXT NOT NULL CHECK (length(head) = 64)
) {strict};

CREATE TABLE event (
    office TEXT NOT NULL REFERENCES event_book (office),
    number {int} NOT NULL CHECK (number > 0),
    at TEXT NOT NULL,
    -- Empty: the program itself.
    actor TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind <> ''),
    -- What it is about: an identifier, or empty.
    subject TEXT NOT NULL,
    -- JSON; personal values in it are sealed by the key of the person.
    body TEXT NOT NULL,
    previous TEXT NOT NULL CHECK (length(previous) = 64),
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    PRIMARY KEY (office, number)
) {strict};

CREATE INDEX event_by_subject ON event (subject, office, number);
CREATE INDEX event_by_actor ON event (actor, office, number);
CREATE INDEX event_by_kind ON event (office, kind, number);
CREATE INDEX event_by_instant ON event (office, at);

-- Which keys of the keyring this database was written with, so that a wrong key file is noticed before it is used.
CREATE TABLE key_in_use (
    number {int} NOT NULL PRIMARY KEY CHECK (number > 0),
    fingerprint TEXT NOT NULL
) {strict};
