-- The trace of the newest signal that touched an hour, so that a restatement can be followed back to the door.
ALTER TABLE touched ADD COLUMN trace_parent text;
ALTER TABLE squad_metric ADD COLUMN trace_parent text;
