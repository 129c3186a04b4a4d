-- When a squad's today was last summed: it rests apart from the longer windows, so that neither waits for the other.
ALTER TABLE squad ADD COLUMN summed_at timestamptz NOT NULL DEFAULT 'epoch';

-- A day can wait for its longer windows with the sum that it has, and to be summed anew.
ALTER TABLE touched_day DROP CONSTRAINT touched_day_pkey, ADD PRIMARY KEY (squad_id, day, summed);
