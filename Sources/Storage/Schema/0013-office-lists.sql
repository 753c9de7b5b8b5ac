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

-- The words of what an enterprise makes, by which it is found as by those of its card. They stand beside them: a card is
-- written without asking for products. What was entered before is found as it is written, until its products are changed.
ALTER TABLE enterprise ADD COLUMN product_words TEXT NOT NULL DEFAULT '';

{only sqlite}
DROP TRIGGER enterprise_search_enter;
CREATE TRIGGER enterprise_search_enter AFTER INSERT ON enterprise WHEN new.merged_into IS NULL AND new.list = '' BEGIN
    INSERT INTO enterprise_search (rowid, office, words, personal_words)
    VALUES (
        new.rowid, new.office || ' ' || substr(new.office, 1, 2), new.words || ' ' || new.product_words,
        new.personal_words);
END;

DROP TRIGGER enterprise_search_change;
CREATE TRIGGER enterprise_search_change
AFTER UPDATE OF words, product_words, personal_words, office, merged_into ON enterprise
WHEN old.words <> new.words OR old.product_words <> new.product_words OR old.personal_words <> new.personal_words
    OR old.office <> new.office OR old.merged_into IS NOT new.merged_into
BEGIN
    INSERT INTO enterprise_search (enterprise_search, rowid, office, words, personal_words)
    SELECT 'delete', old.rowid, old.office || ' ' || substr(old.office, 1, 2),
        old.words || ' ' || old.product_words, old.personal_words
    WHERE old.merged_into IS NULL;
    INSERT INTO enterprise_search (rowid, office, words, personal_words)
    SELECT new.rowid, new.office || ' ' || substr(new.office, 1, 2), new.words || ' ' || new.product_words,
        new.personal_words
    WHERE new.merged_into IS NULL;
END;

DROP TRIGGER enterprise_search_remove;
CREATE TRIGGER enterprise_search_remove AFTER DELETE ON enterprise WHEN old.merged_into IS NULL BEGIN
    INSERT INTO enterprise_search (enterprise_search, rowid, office, words, personal_words)
    VALUES (
        'delete', old.rowid, old.office || ' ' || substr(old.office, 1, 2), old.words || ' ' || old.product_words,
        old.personal_words);
END;

UPDATE enterprise SET product_words = (
    SELECT lower(group_concat(p.product_name, ' ')) FROM product p
    WHERE p.enterprise = enterprise.id AND p.removed_at IS NULL)
WHERE id IN (SELECT p.enterprise FROM product p WHERE p.removed_at IS NULL);
{end}
{only postgres}
DROP INDEX enterprise_search;
DROP INDEX enterprise_personal_search;
CREATE INDEX enterprise_search ON enterprise USING gin (to_tsvector('simple', words || ' ' || product_words));
CREATE INDEX enterprise_personal_search ON enterprise
    USING gin (to_tsvector('simple', words || ' ' || product_words || ' ' || personal_words));

UPDATE enterprise SET product_words = (
    SELECT lower(string_agg(p.product_name, ' ')) FROM product p
    WHERE p.enterprise = enterprise.id AND p.removed_at IS NULL)
WHERE id IN (SELECT p.enterprise FROM product p WHERE p.removed_at IS NULL);
{end}
