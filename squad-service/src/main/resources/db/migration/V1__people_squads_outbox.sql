-- People, squads, who is in which, and what is still to be told of them.

create table person (
    id uuid primary key,
    version bigint not null,
    name text not null,
    department text not null,
    functional_lead text,
    region text
);

create table person_skill (
    person_id uuid not null references person,
    skill text not null,
    level int not null check (level between 1 and 5),
    place int not null,
    primary key (person_id, skill)
);

create table cost_rate (
    person_id uuid not null references person,
    since date not null,
    amount numeric not null check (amount >= 0),
    currency text not null,
    primary key (person_id, since)
);

create table squad (
    id uuid primary key,
    version bigint not null,
    name text not null,
    stage text not null,
    value_area text not null,
    goal text not null,
    outcome_metric text,
    target numeric,
    due_on date,
    regions text[] not null,
    segments text[] not null,
    accounts text[] not null,
    products text[] not null,
    channels text[] not null,
    formed_at timestamptz not null,
    changed_at timestamptz not null
);

-- Lists of one stage are read in order of id.
create index squad_by_stage on squad (stage, id);

create table membership (
    squad_id uuid not null references squad,
    person_id uuid not null references person,
    since date not null,
    until date,
    role text not null,
    allocation int not null check (allocation between 1 and 100),
    primary key (squad_id, person_id, since),
    check (until is null or until > since)
);

-- A person's allocation over all squads is summed with each join.
create index membership_by_person on membership (person_id);

create table outbox (
    sequence bigint generated always as identity primary key,
    topic text not null,
    key text not null,
    value text not null,
    event_id text not null,
    type text not null,
    occurred_at timestamptz not null,
    trace_parent text,
    left_at timestamptz not null
);

-- Rows come and go all the time, and the table stays short: it is swept often, whatever its size.
alter table outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

create table sent_request (
    operation text not null,
    key text not null,
    content_hash text not null,
    created_id uuid not null,
    received_at timestamptz not null,
    primary key (operation, key)
);

create index sent_request_by_age on sent_request (received_at);
