-- What hangs on one enterprise: certificates, products, groups of workers, equipment. One that was removed keeps its row,
-- so that it can be put back. The list by which it came is empty for one that was entered by hand.

CREATE TABLE certificate (
    id TEXT NOT NULL PRIMARY KEY,
    enterprise TEXT NOT NULL REFERENCES enterprise (id),
    version {int} NOT NULL CHECK (version > 0),
    entered_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    removed_at TEXT,
    list TEXT NOT NULL,
    certificate_kind TEXT NOT NULL CHECK (certificate_kind <> ''),
    certificate_number TEXT CHECK (certificate_number <> ''),
    certificate_scope TEXT CHECK (certificate_scope <> ''),
    issued TEXT CHECK (length(issued) = 10),
    filed TEXT CHECK (length(filed) = 10),
    printed_end TEXT CHECK (length(printed_end) = 10),
    -- What the calendar of an office is asked by, reckoned from the rules when the row is written: the office of the
    -- enterprise; the last day, '' where it is not known and '~' (behind all days) where there is none; the first day on
    -- which renewal is asked for.
    office TEXT NOT NULL REFERENCES region (code),
    due TEXT NOT NULL CHECK (due IN ('', '~') OR length(due) = 10),
    renew_from TEXT CHECK (length(renew_from) = 10)
) {strict};

CREATE INDEX certificate_by_enterprise ON certificate (enterprise, id);
CREATE INDEX certificate_by_office ON certificate (office, due, id);
CREATE INDEX certificate_by_due ON certificate (due, id);
CREATE INDEX certificate_by_kind ON certificate (certificate_kind, due, id);
CREATE INDEX certificate_by_office_and_kind ON certificate (office, certificate_kind, due, id);

CREATE TABLE product (
    id TEXT NOT NULL PRIMARY KEY,
    enterprise TEXT NOT NULL REFERENCES enterprise (id),
    version {int} NOT NULL CHECK (version > 0),
    entered_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    removed_at TEXT,
    list TEXT NOT NULL,
    product_name TEXT NOT NULL CHECK (product_name <> ''),
    -- One material a line, the main one first.
    made_of TEXT CHECK (made_of <> ''),
    technique TEXT CHECK (technique <> ''),
    motif TEXT CHECK (motif <> ''),
    process_line TEXT CHECK (process_line <> ''),
    subsector TEXT CHECK (subsector <> ''),
    price {real} CHECK (price > 0),
    price_unit TEXT CHECK (price_unit <> ''),
    price_day TEXT CHECK (length(price_day) = 10),
    CHECK ((price IS NULL) = (price_unit IS NULL)),
    CHECK (price_day IS NULL OR price IS NOT NULL)
) {strict};

CREATE INDEX product_by_enterprise ON product (enterprise, id);

CREATE TABLE worker_group (
    id TEXT NOT NULL PRIMARY KEY,
    enterprise TEXT NOT NULL REFERENCES enterprise (id),
    version {int} NOT NULL CHECK (version > 0),
    entered_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    removed_at TEXT,
    list TEXT NOT NULL,
    worker_sex TEXT NOT NULL CHECK (worker_sex IN ('woman', 'man')),
    pay TEXT NOT NULL CHECK (pay IN ('time', 'piece', 'unpaid')),
    position TEXT NOT NULL CHECK (position <> ''),
    workers {int} NOT NULL CHECK (workers > 0),
    hours_per_day {real} CHECK (hours_per_day BETWEEN 0 AND 24),
    days_per_month {real} CHECK (days_per_month BETWEEN 0 AND 31),
    pay_per_day {int} CHECK (pay_per_day >= 0),
    -- One skill a line.
    skills_certified TEXT CHECK (skills_certified <> ''),
    skills_uncertified TEXT CHECK (skills_uncertified <> ''),
    skills TEXT CHECK (skills <> ''),
    CHECK (pay <> 'unpaid' OR pay_per_day IS NULL)
) {strict};

CREATE INDEX worker_group_by_enterprise ON worker_group (enterprise, id);
-- The same workers are not counted twice.
CREATE UNIQUE INDEX worker_group_once ON worker_group (enterprise, worker_sex, pay, position) WHERE removed_at IS NULL;

CREATE TABLE equipment (
    id TEXT NOT NULL PRIMARY KEY,
    enterprise TEXT NOT NULL REFERENCES enterprise (id),
    version {int} NOT NULL CHECK (version > 0),
    entered_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    removed_at TEXT,
    list TEXT NOT NULL,
    equipment_name TEXT NOT NULL CHECK (equipment_name <> ''),
    stage TEXT NOT NULL CHECK (stage <> ''),
    level {int} NOT NULL CHECK (level BETWEEN 1 AND 5),
    working {int} CHECK (working >= 0),
    broken {int} CHECK (broken >= 0),
    bought_year {int} CHECK (bought_year BETWEEN 1900 AND 2200),
    worth {int} CHECK (worth >= 0),
    watts {real} CHECK (watts >= 0),
    lender TEXT CHECK (lender <> '')
) {strict};

CREATE INDEX equipment_by_enterprise ON equipment (enterprise, id);
