-- The register of enterprises, the lists it came from, and what was decided about likely twins.

CREATE TABLE enterprise (
    id TEXT NOT NULL PRIMARY KEY,
    office TEXT NOT NULL REFERENCES region (code),
    name TEXT NOT NULL CHECK (name <> ''),
    legal_form TEXT CHECK (legal_form <> ''),
    owner TEXT CHECK (owner <> ''),
    owner_sex TEXT CHECK (owner_sex IN ('woman', 'man')),
    nib TEXT CHECK (length(nib) = 13),
    licence TEXT CHECK (licence <> ''),
    licence_year {int},
    street TEXT CHECK (street <> ''),
    -- Of a village or, where that is not known, of a district.
    area TEXT CHECK (length(area) IN (8, 13)),
    latitude {real} CHECK (latitude BETWEEN -90 AND 90),
    longitude {real} CHECK (longitude BETWEEN -180 AND 180),
    contact_person TEXT CHECK (contact_person <> ''),
    phone TEXT CHECK (phone <> ''),
    email TEXT CHECK (email <> ''),
    website TEXT CHECK (website <> ''),
    kbli_version {int},
    kbli TEXT CHECK (kbli <> ''),
    branch TEXT CHECK (branch <> ''),
    product TEXT CHECK (product <> ''),
    founded_year {int},
    is_active {int} CHECK (is_active IN (0, 1)),
    financing TEXT CHECK (financing <> ''),
    is_exporting {int} CHECK (is_exporting IN (0, 1)),
    export_country TEXT CHECK (export_country <> ''),
    -- Citizen number of the owner, as for a person.
    nik {bytes},
    nik_last_four TEXT CHECK (length(nik_last_four) = 4),
    nik_fingerprint TEXT,
    nik_key {int},
    -- By what a list that comes again finds it (EnterpriseKey).
    list_key {int} NOT NULL,
    -- By what it is sorted and found: the name in small letters, and all words without what only persons with a right
    -- to personal data may ask for, which are apart.
    sort_name TEXT NOT NULL,
    words TEXT NOT NULL,
    personal_words TEXT NOT NULL,
    version {int} NOT NULL CHECK (version > 0),
    entered_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    -- The list by which it came; empty for one that was entered by hand.
    list TEXT NOT NULL,
    -- The one it was merged into; it is then no longer shown.
    merged_into TEXT REFERENCES enterprise (id),
    CHECK ((latitude IS NULL) = (longitude IS NULL)),
    CHECK ((kbli IS NULL) = (kbli_version IS NULL)),
    CHECK ((nik IS NULL) = (nik_last_four IS NULL)),
    CHECK ((nik IS NULL) = (nik_fingerprint IS NULL)),
    CHECK ((nik IS NULL) = (nik_key IS NULL)),
    CHECK (merged_into <> id)
) {strict};

CREATE INDEX enterprise_by_name ON enterprise (office, sort_name, id);
CREATE INDEX enterprise_by_sort_name ON enterprise (sort_name, id);
CREATE INDEX enterprise_by_area ON enterprise (area, sort_name, id);
CREATE INDEX enterprise_by_industry ON enterprise (office, kbli, sort_name, id);
CREATE INDEX enterprise_by_nib ON enterprise (nib);
CREATE INDEX enterprise_by_list_key ON enterprise (list_key);
CREATE INDEX enterprise_by_list ON enterprise (list, id);
CREATE INDEX enterprise_by_merger ON enterprise (merged_into);
CREATE INDEX enterprise_by_nik ON enterprise (nik_fingerprint);

-- How many an office has, kept beside every change: counting a million rows takes longer than a page may.
CREATE TABLE enterprise_count (
    office TEXT NOT NULL PRIMARY KEY REFERENCES region (code),
    shown {int} NOT NULL CHECK (shown >= 0)
) {strict};

-- The row whose destruction makes the personal values in its events noise.
CREATE TABLE enterprise_key (
    enterprise TEXT NOT NULL PRIMARY KEY REFERENCES enterprise (id),
    sealed {bytes} NOT NULL
) {strict};

-- What a list said of one year.
CREATE TABLE enterprise_year (
    enterprise TEXT NOT NULL REFERENCES enterprise (id),
    year {int} NOT NULL CHECK (year BETWEEN 1900 AND 2200),
    men {int} CHECK (men >= 0),
    women {int} CHECK (women >= 0),
    investment {int} CHECK (investment >= 0),
    capacity {real} CHECK (capacity >= 0),
    unit TEXT CHECK (unit <> ''),
    output {int} CHECK (output >= 0),
    materials {int} CHECK (materials >= 0),
    list TEXT NOT NULL,
    PRIMARY KEY (enterprise, year)
) {strict};

-- A certificate as a list has it: a number or a year, as written.
CREATE TABLE enterprise_paper (
    enterprise TEXT NOT NULL REFERENCES enterprise (id),
    kind TEXT NOT NULL CHECK (kind <> ''),
    text TEXT NOT NULL CHECK (text <> ''),
    PRIMARY KEY (enterprise, kind)
) {strict};

-- A list that somebody brought: the file, sealed and cut in pieces, while it may still be needed.
CREATE TABLE list (
    id TEXT NOT NULL PRIMARY KEY,
    office TEXT NOT NULL REFERENCES region (code),
    file_name TEXT NOT NULL CHECK (file_name <> ''),
    size {int} NOT NULL CHECK (size >= 0),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    brought_at TEXT NOT NULL,
    brought_by TEXT REFERENCES account (id),
    -- JSON: the sheet, the columns, the answers to what could not be decided.
    reading TEXT NOT NULL
) {strict};

CREATE INDEX list_by_office ON list (office, brought_at, id);

CREATE INDEX list_by_instant ON list (brought_at, id);

CREATE TABLE list_piece (
    list TEXT NOT NULL REFERENCES list (id),
    number {int} NOT NULL CHECK (number >= 0),
    sealed {bytes} NOT NULL,
    PRIMARY KEY (list, number)
) {strict};

-- The last row of a list says how it stands.
CREATE TABLE list_step (
    list TEXT NOT NULL REFERENCES list (id),
    number {int} NOT NULL CHECK (number > 0),
    standing TEXT NOT NULL CHECK (standing IN ('brought', 'surveyed', 'checked', 'entered', 'undone', 'laid-aside')),
    at TEXT NOT NULL,
    by_account TEXT REFERENCES account (id),
    -- JSON: what was counted.
    counts TEXT NOT NULL,
    PRIMARY KEY (list, number)
) {strict};

CREATE TABLE list_fault (
    list TEXT NOT NULL REFERENCES list (id),
    row_number {int} NOT NULL,
    number {int} NOT NULL,
    column_number {int},
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason <> ''),
    -- JSON: a list of texts.
    details TEXT NOT NULL,
    PRIMARY KEY (list, row_number, number)
) {strict};

-- What a list changed in enterprises that were known: how they were, for taking it back.
CREATE TABLE list_change (
    list TEXT NOT NULL REFERENCES list (id),
    number {int} NOT NULL,
    enterprise TEXT NOT NULL,
    -- The version the change made: one that is higher now was changed by somebody since.
    version {int} NOT NULL,
    -- JSON: the card and the year as they were.
    image TEXT NOT NULL,
    PRIMARY KEY (list, number)
) {strict};

CREATE INDEX list_change_by_enterprise ON list_change (enterprise);

-- By which columns an office's lists are read, kept by their header.
CREATE TABLE list_reading (
    office TEXT NOT NULL REFERENCES region (code),
    header TEXT NOT NULL,
    reading TEXT NOT NULL,
    PRIMARY KEY (office, header)
) {strict};

{only sqlite}
CREATE VIRTUAL TABLE enterprise_search USING fts5(
    enterprise, office, words, personal_words, detail = 'column', prefix = '2 3',
    tokenize = "ascii tokenchars '-.'"
);

CREATE TRIGGER enterprise_search_enter AFTER INSERT ON enterprise WHEN new.merged_into IS NULL BEGIN
    INSERT INTO enterprise_search (enterprise, office, words, personal_words)
    VALUES (new.id, new.office || ' ' || substr(new.office, 1, 2), new.words, new.personal_words);
END;

CREATE TRIGGER enterprise_search_change
AFTER UPDATE OF words, personal_words, office, merged_into ON enterprise BEGIN
    DELETE FROM enterprise_search WHERE rowid IN (
        SELECT rowid FROM enterprise_search WHERE enterprise_search MATCH 'enterprise : "' || old.id || '"');
    INSERT INTO enterprise_search (enterprise, office, words, personal_words)
    SELECT new.id, new.office || ' ' || substr(new.office, 1, 2), new.words, new.personal_words
    WHERE new.merged_into IS NULL;
END;

CREATE TRIGGER enterprise_search_remove AFTER DELETE ON enterprise BEGIN
    DELETE FROM enterprise_search WHERE rowid IN (
        SELECT rowid FROM enterprise_search WHERE enterprise_search MATCH 'enterprise : "' || old.id || '"');
END;
{end}
{only postgres}
CREATE INDEX enterprise_search ON enterprise USING gin (to_tsvector('simple', words));
CREATE INDEX enterprise_personal_search ON enterprise
    USING gin (to_tsvector('simple', words || ' ' || personal_words));
{end}
