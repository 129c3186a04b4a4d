-- What the central platforms offer, and what squads ask of them.

create table capability (
    id uuid primary key,
    version bigint not null,
    name text not null,
    description text not null,
    owner text not null,
    life_stage text not null,
    roadmap_on date[] not null,
    roadmap_what text[] not null
);

create index capability_by_life_stage on capability (life_stage, id);

create table platform_request (
    id uuid primary key,
    version bigint not null,
    squad_id uuid not null references squad,
    capability_id uuid references capability,
    title text not null,
    wish text not null,
    raised_at timestamptz not null,
    state text not null,
    priority text,
    owner text,
    note text,
    triaged_at timestamptz,
    verdict text,
    answer text,
    answered_at timestamptz
);

-- Lists are filtered by these and read in order of id.
create index platform_request_by_squad on platform_request (squad_id, id);
create index platform_request_by_state on platform_request (state, id);
