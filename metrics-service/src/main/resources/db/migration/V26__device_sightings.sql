-- In which cells each device was seen, so that its engagement is its customer's for as long as the device is: a cell's
-- own set of customers holds those who came under their own names, and cannot give anybody back.
CREATE TABLE device_sighting (
    hour    timestamptz NOT NULL,
    digest  bytea       NOT NULL,
    subject text        NOT NULL,
    PRIMARY KEY (hour, digest, subject)
);
CREATE INDEX device_sighting_subject ON device_sighting (subject);
