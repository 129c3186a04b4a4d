-- What one transaction touched is one row until the restating deals it out to the squads: a hundred transactions that touch
-- the same hour then leave one row in touched, and one dead one when it is taken.
CREATE TABLE marks_made (
    marks_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    marks    json   NOT NULL
);
