-- Whether the day's row in squad_day is of its newest facts. Today's is written when its longer windows are due, and not
-- with each of today's facts.
ALTER TABLE touched_day ADD COLUMN summed boolean NOT NULL DEFAULT true;
-- Sets of hashes: what comes of trying to compress them is not worth the time.
ALTER TABLE squad_day ALTER COLUMN tallies SET STORAGE EXTERNAL;
CREATE INDEX touched_day_unsummed ON touched_day (squad_id) WHERE NOT summed;
