-- When a cell last grew: by this, and not by when its signals happened, hours are summed up to days.
ALTER TABLE cell ADD COLUMN recorded_at timestamptz NOT NULL DEFAULT now();
CREATE INDEX cell_recorded ON cell (recorded_at) WHERE extract(minute FROM hour AT TIME ZONE 'UTC') = 0;

-- How many signals of an hour are in its day's cell. The log goes on telling of the hour as a whole.
CREATE TABLE rolled_cell (
    hour    timestamptz NOT NULL,
    digest  bytea       NOT NULL,
    signals bigint      NOT NULL,
    PRIMARY KEY (hour, digest)
);
CREATE INDEX squad_metric_hours ON squad_metric (restated_at) WHERE grain = 'hour' AND published;
