-- What stands of a squad in one window is one row: its metrics change together, and are read together.
CREATE TABLE squad_window (
    squad_id    text        NOT NULL,
    grain       text        NOT NULL,
    start_at    timestamptz NOT NULL,
    end_at      timestamptz NOT NULL,
    metrics     json        NOT NULL,
    restated_at timestamptz NOT NULL,
    PRIMARY KEY (squad_id, grain, start_at)
);
CREATE INDEX squad_window_hours ON squad_window (restated_at) WHERE grain = 'hour';

-- Restatements on their way to the topic, as many as one transaction made; gone when the broker has them. A squad's come in
-- the order of their numbers, since whoever makes them holds the squad's row.
CREATE TABLE unsent (
    unsent_id    bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    restated_at  timestamptz NOT NULL,
    restatements bytea       NOT NULL
);
-- They live for a moment: not worth the time it takes to compress them.
ALTER TABLE unsent ALTER COLUMN restatements SET STORAGE EXTERNAL;

-- What was restated and not sent is told of once more, with its next revision: no facts are ever fewer than none.
INSERT INTO squad_window
SELECT squad_id, grain, start_at, max(end_at),
       json_agg(json_strip_nulls(json_build_object(
           'metric', metric, 'unit', unit, 'direction', direction, 'value', value, 'lower_bound', lower_bound,
           'upper_bound', upper_bound, 'numerator', numerator, 'denominator', denominator,
           'facts', CASE WHEN published THEN facts ELSE -1 END, 'silos', silos, 'silos_as_of', silos_as_of,
           'as_of', as_of, 'revision', revision))),
       max(restated_at)
FROM squad_metric GROUP BY squad_id, grain, start_at;
UPDATE squad SET touched_wholly = true WHERE squad_id IN (SELECT squad_id FROM squad_metric WHERE NOT published);
DROP TABLE squad_metric;

-- Each metric by itself, for whoever asks in SQL.
CREATE VIEW squad_metric AS
SELECT w.squad_id, w.grain, w.start_at, w.end_at, m.*, w.restated_at
FROM squad_window w
CROSS JOIN LATERAL json_to_recordset(w.metrics) AS m (
    metric text, unit text, direction text, value numeric, lower_bound numeric, upper_bound numeric, numerator numeric,
    denominator numeric, facts bigint, silos text[], silos_as_of timestamptz[], as_of timestamptz, revision bigint);
