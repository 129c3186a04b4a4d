-- One row for each outcome, counted once by what names it.
CREATE TABLE outcome (
    source      text        NOT NULL,
    id          text        NOT NULL,
    type        text        NOT NULL,
    occurred_at timestamptz NOT NULL,
    hour        timestamptz NOT NULL,
    silo        text        NOT NULL,
    customer_id text,
    account     text,
    region      text,
    segment     text,
    channel     text,
    product     text,
    amount      numeric,
    currency    text,
    PRIMARY KEY (source, id)
);
CREATE INDEX outcome_hour ON outcome (hour);

-- One row for each cell. The digest stands for all attributes: a key of them would be too wide, and some are absent.
CREATE TABLE cell (
    hour      timestamptz NOT NULL,
    digest    bytea       NOT NULL,
    silo      text        NOT NULL,
    channel   text,
    type      text        NOT NULL,
    region    text,
    segment   text,
    account   text,
    product   text,
    signals   bigint      NOT NULL,
    customers bytea       NOT NULL,
    newest_at timestamptz NOT NULL,
    PRIMARY KEY (hour, digest)
);

-- One row for each hour in which a customer was in an active or surging stage of an intent.
CREATE TABLE high_intent (
    hour        timestamptz NOT NULL,
    intent      text        NOT NULL,
    customer_id text        NOT NULL,
    regions     text[]      NOT NULL,
    segments    text[]      NOT NULL,
    accounts    text[]      NOT NULL,
    products    text[]      NOT NULL,
    channels    text[]      NOT NULL,
    newest_at   timestamptz NOT NULL,
    PRIMARY KEY (hour, intent, customer_id)
);

CREATE TABLE squad (
    squad_id       text        PRIMARY KEY,
    version        bigint      NOT NULL,
    name           text        NOT NULL,
    stage          text        NOT NULL,
    formed_at      timestamptz NOT NULL,
    scope          jsonb       NOT NULL,
    costs          jsonb       NOT NULL,
    costed_through date        NOT NULL,
    touched_wholly boolean     NOT NULL,
    restated_at    timestamptz NOT NULL
);

-- Rises with every squad that is new or changed, so that a view in memory can be seen to be old.
CREATE TABLE squad_epoch (epoch bigint NOT NULL);
INSERT INTO squad_epoch VALUES (0);

-- Hours of squads that are to be reckoned anew. Rows are only added and taken away, and one hour may stand here often:
-- a row that several writers shared could be taken away before the facts of the last of them are visible.
CREATE TABLE touched (
    touch_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    squad_id text        NOT NULL,
    hour     timestamptz NOT NULL
);
CREATE INDEX touched_squad ON touched (squad_id, hour);

CREATE TABLE squad_metric (
    squad_id    text        NOT NULL,
    grain       text        NOT NULL,
    start_at    timestamptz NOT NULL,
    metric      text        NOT NULL,
    end_at      timestamptz NOT NULL,
    unit        text        NOT NULL,
    direction   text        NOT NULL,
    value       numeric,
    lower_bound numeric,
    upper_bound numeric,
    numerator   numeric,
    denominator numeric,
    facts       bigint      NOT NULL,
    silos       text[]      NOT NULL,
    as_of       timestamptz,
    revision    bigint      NOT NULL,
    restated_at timestamptz NOT NULL,
    published   boolean     NOT NULL,
    PRIMARY KEY (squad_id, grain, start_at, metric)
);
CREATE INDEX squad_metric_unpublished ON squad_metric (restated_at) WHERE NOT published;
