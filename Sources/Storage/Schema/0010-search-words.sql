-- The search index of SQLite keeps words only, under the number of the row they are of: no copy of the texts, no
-- identifiers, which are as many words as there are enterprises. Numbers of rows stay: the table has indexes, and the
-- engine then keeps them when it writes its file anew (a test holds it to that).
{only sqlite}
DROP TRIGGER enterprise_search_enter;
DROP TRIGGER enterprise_search_change;
DROP TRIGGER enterprise_search_remove;
DROP TABLE enterprise_search;

CREATE VIRTUAL TABLE enterprise_search USING fts5(
    office, words, personal_words, content = '', detail = 'column', prefix = '2 3',
    tokenize = "ascii tokenchars '-.'"
);
-- So many bytes are gathered in memory before they are written.
INSERT INTO enterprise_search (enterprise_search, rank) VALUES ('hashsize', 16777216);
INSERT INTO enterprise_search (rowid, office, words, personal_words)
SELECT rowid, office || ' ' || substr(office, 1, 2), words, personal_words FROM enterprise WHERE merged_into IS NULL;

-- A list adds its words itself (ListSearchWords); one entered by hand brings its own list, which has no name.
CREATE TRIGGER enterprise_search_enter AFTER INSERT ON enterprise WHEN new.merged_into IS NULL AND new.list = '' BEGIN
    INSERT INTO enterprise_search (rowid, office, words, personal_words)
    VALUES (new.rowid, new.office || ' ' || substr(new.office, 1, 2), new.words, new.personal_words);
END;

CREATE TRIGGER enterprise_search_change AFTER UPDATE OF words, personal_words, office, merged_into ON enterprise
WHEN old.words <> new.words OR old.personal_words <> new.personal_words OR old.office <> new.office
    OR old.merged_into IS NOT new.merged_into
BEGIN
    INSERT INTO enterprise_search (enterprise_search, rowid, office, words, personal_words)
    SELECT 'delete', old.rowid, old.office || ' ' || substr(old.office, 1, 2), old.words, old.personal_words
    WHERE old.merged_into IS NULL;
    INSERT INTO enterprise_search (rowid, office, words, personal_words)
    SELECT new.rowid, new.office || ' ' || substr(new.office, 1, 2), new.words, new.personal_words
    WHERE new.merged_into IS NULL;
END;

CREATE TRIGGER enterprise_search_remove AFTER DELETE ON enterprise WHEN old.merged_into IS NULL BEGIN
    INSERT INTO enterprise_search (enterprise_search, rowid, office, words, personal_words)
    VALUES ('delete', old.rowid, old.office || ' ' || substr(old.office, 1, 2), old.words, old.personal_words);
END;
{end}
-- Hardly a list has citizen numbers: without them there is nothing to find.
DROP INDEX enterprise_by_nik;
CREATE INDEX enterprise_by_nik ON enterprise (nik_fingerprint) WHERE nik_fingerprint IS NOT NULL;
