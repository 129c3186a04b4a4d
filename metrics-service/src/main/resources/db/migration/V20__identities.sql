-- Whose a device or an earlier id is, as the topic of identities says it now.
CREATE TABLE identity (
    subject     text PRIMARY KEY,
    customer_id text NOT NULL
);
CREATE INDEX identity_customer ON identity (customer_id);

-- The key under which an outcome came. Its customer follows from that and from the identities of now.
ALTER TABLE outcome ADD COLUMN subject text;
UPDATE outcome SET subject = customer_id;
CREATE INDEX outcome_subject ON outcome (subject) WHERE subject IS NOT NULL;
CREATE INDEX outcome_customer ON outcome (customer_id) WHERE customer_id IS NOT NULL;

-- A high intent's customer_id is the key under which it came; the person follows from it in the same way.
ALTER TABLE high_intent ADD COLUMN person text;
UPDATE high_intent SET person = customer_id;
CREATE INDEX high_intent_customer ON high_intent (customer_id);
CREATE INDEX high_intent_person ON high_intent (person) WHERE person IS NOT NULL;

-- The known customer behind a key, null while there is none. Earlier ids can have been each other's: eight steps at most.
-- Volatile, so that each call sees what was committed while its statement waited.
CREATE FUNCTION customer_behind(asked text) RETURNS text LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    known text := asked;
    further text;
BEGIN
    FOR hop IN 1..8 LOOP
        SELECT customer_id INTO further FROM identity WHERE subject = known;
        EXIT WHEN NOT FOUND;
        known := further;
    END LOOP;
    RETURN CASE WHEN known LIKE 'anonymous:%' THEN NULL ELSE known END;
END
$$;

-- Writers of facts hold this lock together, whoever changes identities holds it alone: no fact is entered by an identity
-- that another transaction is just taking away.
CREATE FUNCTION hold_identities() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtext('identities'));
    RETURN NULL;
END
$$;

CREATE FUNCTION find_customer_of_outcome() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.customer_id := customer_behind(NEW.subject);
    RETURN NEW;
END
$$;

CREATE FUNCTION find_person_of_high_intent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.person := customer_behind(NEW.customer_id);
    RETURN NEW;
END
$$;

CREATE TRIGGER hold_identities BEFORE INSERT ON outcome
    FOR EACH STATEMENT EXECUTE FUNCTION hold_identities();
CREATE TRIGGER hold_identities BEFORE INSERT ON high_intent
    FOR EACH STATEMENT EXECUTE FUNCTION hold_identities();
CREATE TRIGGER find_customer BEFORE INSERT ON outcome
    FOR EACH ROW WHEN (NEW.subject IS NOT NULL) EXECUTE FUNCTION find_customer_of_outcome();
CREATE TRIGGER find_person BEFORE INSERT ON high_intent
    FOR EACH ROW EXECUTE FUNCTION find_person_of_high_intent();
