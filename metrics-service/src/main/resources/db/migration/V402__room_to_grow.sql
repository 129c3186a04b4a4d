-- What is written again and again finds room for its next version beside itself.
ALTER TABLE cell SET (fillfactor = 60);
ALTER TABLE squad SET (fillfactor = 60);
