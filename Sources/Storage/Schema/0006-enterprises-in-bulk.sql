-- What a list of a million needs, and one enterprise entered by hand does not.

-- Hardly an enterprise was merged into another: asked for those that were not, an index of all is the wrong way round.
DROP INDEX enterprise_by_merger;
CREATE INDEX enterprise_by_merger ON enterprise (merged_into) WHERE merged_into IS NOT NULL;

{only sqlite}
-- The search index writes itself out after every statement it took part in. A list enters its words some hundred
-- enterprises at a time (ListEntering); one entered by hand brings its own list, which has no name.
DROP TRIGGER enterprise_search_enter;
CREATE TRIGGER enterprise_search_enter AFTER INSERT ON enterprise WHEN new.merged_into IS NULL AND new.list = '' BEGIN
    INSERT INTO enterprise_search (enterprise, office, words, personal_words)
    VALUES (new.id, new.office || ' ' || substr(new.office, 1, 2), new.words, new.personal_words);
END;

DROP TRIGGER enterprise_search_change;
CREATE TRIGGER enterprise_search_change AFTER UPDATE OF words, personal_words, office, merged_into ON enterprise
WHEN old.words <> new.words OR old.personal_words <> new.personal_words OR old.office <> new.office
    OR old.merged_into IS NOT new.merged_into
BEGIN
    DELETE FROM enterprise_search WHERE rowid IN (
        SELECT rowid FROM enterprise_search WHERE enterprise_search MATCH 'enterprise : "' || old.id || '"');
    INSERT INTO enterprise_search (enterprise, office, words, personal_words)
    SELECT new.id, new.office || ' ' || substr(new.office, 1, 2), new.words, new.personal_words
    WHERE new.merged_into IS NULL;
END;
{end}
