-- Which transaction entered an outcome. What was entered by one that is older than all that still run is settled: nothing is
-- entered before it any more, so a sum of it can be kept, and only what came since is added.
ALTER TABLE outcome ADD COLUMN entered_by bigint NOT NULL DEFAULT 0;
ALTER TABLE outcome ALTER COLUMN entered_by SET DEFAULT pg_current_xact_id()::text::bigint;
DROP INDEX outcome_hour;
CREATE INDEX outcome_hour ON outcome (hour, entered_by);
CREATE INDEX outcome_touch ON outcome (hour) WHERE type = 'squad.touch';

-- Which transaction last changed outcomes that had been entered, since they changed hands or somebody was erased. A sum that
-- may be older is made anew. Sums are kept of present hours only.
CREATE TABLE outcome_change (
    hour       timestamptz PRIMARY KEY,
    changed_by bigint      NOT NULL
);

CREATE FUNCTION note_change_of_outcomes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO outcome_change (hour, changed_by)
    SELECT DISTINCT hour, pg_current_xact_id()::text::bigint FROM changed
    WHERE hour > now() - interval '1 day' ORDER BY hour
    ON CONFLICT (hour) DO UPDATE SET changed_by = excluded.changed_by;
    RETURN NULL;
END
$$;

CREATE TRIGGER note_update AFTER UPDATE ON outcome REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION note_change_of_outcomes();
CREATE TRIGGER note_delete AFTER DELETE ON outcome REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION note_change_of_outcomes();
