-- What a signal said beside its amount: single values, by which definitions tell outcomes apart and which they measure.
ALTER TABLE outcome ADD COLUMN properties jsonb;

-- Whether the outcome came that the intent foretold, and how long after the signal the intent was first told of.
ALTER TABLE high_intent ADD COLUMN confirmed boolean NOT NULL DEFAULT false;
ALTER TABLE high_intent ADD COLUMN seconds_to_insight numeric;

-- What happened to squads, as far as it is measured.
CREATE TABLE happening (
    squad_id    text        NOT NULL,
    event_id    text        NOT NULL,
    event       text        NOT NULL,
    occurred_at timestamptz NOT NULL,
    hour        timestamptz NOT NULL,
    amount      numeric,
    currency    text,
    properties  jsonb       NOT NULL,
    PRIMARY KEY (squad_id, event_id)
);
CREATE INDEX happening_hour ON happening (squad_id, hour);

-- From which playbook a squad was begun, and in which generation.
CREATE TABLE squad_origin (
    squad_id    text   PRIMARY KEY,
    playbook_id text   NOT NULL,
    parent_id   text   NOT NULL,
    generation  bigint NOT NULL
);

CREATE TABLE policy_layer (
    level         text   NOT NULL,
    name          text   NOT NULL,
    version       bigint NOT NULL,
    policy_values jsonb  NOT NULL,
    PRIMARY KEY (level, name)
);

ALTER TABLE squad ADD COLUMN zone text NOT NULL DEFAULT 'UTC';
ALTER TABLE squad ADD COLUMN mission jsonb NOT NULL DEFAULT '{}';
-- Until all days of a squad that is reckoned wholly are summed, its longer windows wait.
ALTER TABLE squad ADD COLUMN summing boolean NOT NULL DEFAULT false;
ALTER TABLE squad ADD COLUMN longer_restated_at timestamptz NOT NULL DEFAULT 'epoch';

-- The facts of one day of a squad, summed: weeks, months and rolling windows are made of them.
CREATE TABLE squad_day (
    squad_id text  NOT NULL,
    day      date  NOT NULL,
    tallies  bytea NOT NULL,
    PRIMARY KEY (squad_id, day)
);

-- Days whose longer windows are to be reckoned anew. Only whoever holds the squad's row adds or takes away.
CREATE TABLE touched_day (
    squad_id     text NOT NULL,
    day          date NOT NULL,
    trace_parent text,
    PRIMARY KEY (squad_id, day)
);

-- Each version of the metric definitions that was set; those that the service comes with are version 0.
CREATE TABLE definition_version (
    version  bigint      PRIMARY KEY,
    document jsonb       NOT NULL,
    set_at   timestamptz NOT NULL
);

ALTER TABLE squad_metric ADD COLUMN silos_as_of timestamptz[] NOT NULL DEFAULT '{}';

-- Days are summed and longer windows reckoned for whatever is there already.
UPDATE squad SET touched_wholly = true;
