-- Districts and villages; what became of the industry codes of 2020, as computed and as decided by offices.

CREATE TABLE area (
    code TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('district', 'village')),
    -- Without "Kecamatan", "Desa" or "Kelurahan".
    name TEXT NOT NULL CHECK (name <> ''),
    regency TEXT NOT NULL REFERENCES region (code),
    -- Empty for districts.
    district TEXT REFERENCES area (code),
    latitude {real} CHECK (latitude BETWEEN -90 AND 90),
    longitude {real} CHECK (longitude BETWEEN -180 AND 180),
    CHECK ((district IS NULL) = (kind = 'district')),
    CHECK ((latitude IS NULL) = (longitude IS NULL))
) {strict};

ALTER TABLE fact_load ADD COLUMN area_count {int} NOT NULL DEFAULT 0 CHECK (area_count >= 0);

-- Computed by likeness of texts, not official: it proposes, a person decides.
CREATE TABLE industry_bridge (
    code_2020 TEXT NOT NULL PRIMARY KEY CHECK (length(code_2020) = 5),
    -- Empty where no code of 2025 is like enough.
    candidate_2025 TEXT CHECK (length(candidate_2025) = 5),
    likeness {real} CHECK (likeness BETWEEN 0 AND 1),
    -- Empty where 2025 does not have the same digits.
    likeness_of_same_digits {real} CHECK (likeness_of_same_digits BETWEEN 0 AND 1),
    status TEXT NOT NULL CHECK (status IN ('kept', 'gone', 'reused', 'unclear')),
    CHECK ((candidate_2025 IS NULL) = (likeness IS NULL))
) {strict};

-- Further candidates, the one to look at first in front.
CREATE TABLE industry_bridge_other (
    code_2020 TEXT NOT NULL REFERENCES industry_bridge (code_2020),
    number {int} NOT NULL CHECK (number > 0),
    code_2025 TEXT NOT NULL CHECK (length(code_2025) = 5),
    likeness {real} NOT NULL CHECK (likeness BETWEEN 0 AND 1),
    PRIMARY KEY (code_2020, number)
) {strict};

-- Derived from the division of the code.
CREATE TABLE industry_branch (
    version {int} NOT NULL CHECK (version IN (2020, 2025)),
    code TEXT NOT NULL CHECK (length(code) = 5),
    branch TEXT NOT NULL CHECK (branch <> ''),
    PRIMARY KEY (version, code)
) {strict};

CREATE INDEX industry_branch_by_branch ON industry_branch (branch, version, code);

-- What an office has decided; a later decision replaces the one before, and the book keeps both. No reference to the
-- codes, which are loaded anew with every load of facts.
CREATE TABLE industry_migration (
    office TEXT NOT NULL REFERENCES region (code),
    code_2020 TEXT NOT NULL CHECK (length(code_2020) = 5),
    code_2025 TEXT NOT NULL CHECK (length(code_2025) = 5),
    decided_by TEXT REFERENCES account (id),
    decided_at TEXT NOT NULL,
    PRIMARY KEY (office, code_2020)
) {strict};
