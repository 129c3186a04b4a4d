-- How a customer was met: in one hour through one channel of one silo, once. A touch is kept under the key under which it
-- came; whose it is follows from the identities of now.
CREATE TABLE touch (
    subject  text        NOT NULL,
    hour     timestamptz NOT NULL,
    digest   bytea       NOT NULL,
    first_at timestamptz NOT NULL,
    silo     text        NOT NULL,
    channel  text,
    squad_id text,
    region   text,
    segment  text,
    account  text,
    product  text,
    PRIMARY KEY (subject, hour, digest)
);
CREATE INDEX touch_hour ON touch (hour);

-- Who was shown which variant of a cycle, under the key under which that came.
CREATE TABLE exposure (
    source      text        NOT NULL,
    id          text        NOT NULL,
    cycle_id    text        NOT NULL,
    variant     text        NOT NULL,
    subject     text        NOT NULL,
    occurred_at timestamptz NOT NULL,
    PRIMARY KEY (source, id)
);
CREATE INDEX exposure_cycle ON exposure (cycle_id);
CREATE INDEX exposure_subject ON exposure (subject);

-- Cycles as squad-service last told of them.
CREATE TABLE squad_cycle (
    cycle_id   text   PRIMARY KEY,
    squad_id   text   NOT NULL,
    version    bigint NOT NULL,
    state      text   NOT NULL,
    metric     text   NOT NULL,
    variants   jsonb  NOT NULL,
    guardrails jsonb  NOT NULL,
    started_at timestamptz,
    ended_at   timestamptz
);

CREATE INDEX squad_origin_playbook ON squad_origin (playbook_id);

-- What was last published of a cycle.
CREATE TABLE cycle_evidence (
    cycle_id text   PRIMARY KEY,
    revision bigint NOT NULL,
    stated   jsonb  NOT NULL
);
