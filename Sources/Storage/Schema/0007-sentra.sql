-- Sentra: centres of small industry, who belongs to them and has, and what they share.

CREATE TABLE sentra (
    id TEXT NOT NULL PRIMARY KEY,
    office TEXT NOT NULL REFERENCES region (code),
    name TEXT NOT NULL CHECK (name <> ''),
    -- Of a village or, where it lies in several, of a district.
    area TEXT CHECK (length(area) IN (8, 13)),
    latitude {real} CHECK (latitude BETWEEN -90 AND 90),
    longitude {real} CHECK (longitude BETWEEN -180 AND 180),
    kbli_version {int},
    kbli TEXT CHECK (kbli <> ''),
    makes TEXT CHECK (makes <> ''),
    founding_number TEXT CHECK (founding_number <> ''),
    founding_day TEXT CHECK (length(founding_day) = 10),
    managing_body TEXT CHECK (managing_body <> ''),
    technical_unit TEXT CHECK (technical_unit <> ''),
    -- What the two rulers ask beside the members.
    in_one_place {int} CHECK (in_one_place IN (0, 1)),
    like_products {int} CHECK (like_products IN (0, 1)),
    like_materials {int} CHECK (like_materials IN (0, 1)),
    like_process {int} CHECK (like_process IN (0, 1)),
    like_businesses {int} CHECK (like_businesses >= 0),
    households {int} CHECK (households >= 0),
    coached {int} CHECK (coached IN (0, 1)),
    known_to_the_public {int} CHECK (known_to_the_public IN (0, 1)),
    -- By what it is sorted: the name in small letters.
    sort_name TEXT NOT NULL,
    version {int} NOT NULL CHECK (version > 0),
    entered_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    -- The list with which it came; empty for one that was entered by hand.
    list TEXT NOT NULL,
    CHECK ((latitude IS NULL) = (longitude IS NULL)),
    CHECK ((kbli IS NULL) = (kbli_version IS NULL)),
    CHECK (founding_day IS NULL OR founding_number IS NOT NULL)
) {strict};

CREATE INDEX sentra_by_name ON sentra (office, sort_name, id);
CREATE INDEX sentra_by_sort_name ON sentra (sort_name, id);
CREATE INDEX sentra_by_list ON sentra (list, id);

-- The words by which it is found.
CREATE TABLE sentra_word (
    word TEXT NOT NULL CHECK (word <> ''),
    sentra TEXT NOT NULL REFERENCES sentra (id),
    PRIMARY KEY (word, sentra)
) {strict};

CREATE INDEX sentra_word_by_sentra ON sentra_word (sentra);

-- How many an office has, kept beside every change.
CREATE TABLE sentra_count (
    office TEXT NOT NULL PRIMARY KEY REFERENCES region (code),
    shown {int} NOT NULL CHECK (shown >= 0)
) {strict};

-- An enterprise's time in a sentra, both days included; no first day is from ever, no last day is to this day.
CREATE TABLE sentra_member (
    id TEXT NOT NULL PRIMARY KEY,
    sentra TEXT NOT NULL REFERENCES sentra (id),
    enterprise TEXT NOT NULL REFERENCES enterprise (id),
    first_day TEXT CHECK (length(first_day) = 10),
    last_day TEXT CHECK (length(last_day) = 10),
    version {int} NOT NULL CHECK (version > 0),
    list TEXT NOT NULL,
    CHECK (first_day <= last_day)
) {strict};

CREATE INDEX sentra_member_by_sentra ON sentra_member (sentra, enterprise);
CREATE INDEX sentra_member_by_enterprise ON sentra_member (enterprise, sentra);
CREATE INDEX sentra_member_by_list ON sentra_member (list, id);

CREATE TABLE sentra_facility (
    id TEXT NOT NULL PRIMARY KEY,
    sentra TEXT NOT NULL REFERENCES sentra (id),
    kind TEXT NOT NULL CHECK (kind <> ''),
    name TEXT NOT NULL CHECK (name <> ''),
    built_year {int} CHECK (built_year BETWEEN 1900 AND 2200),
    -- Of the use.
    year {int} CHECK (year BETWEEN 1900 AND 2200),
    hours_open {real} CHECK (hours_open BETWEEN 0 AND 8784),
    hours_used {real} CHECK (hours_used BETWEEN 0 AND 8784),
    members_served {int} CHECK (members_served >= 0),
    version {int} NOT NULL CHECK (version > 0),
    list TEXT NOT NULL
) {strict};

CREATE INDEX sentra_facility_by_sentra ON sentra_facility (sentra, id);
CREATE INDEX sentra_facility_by_list ON sentra_facility (list, id);
