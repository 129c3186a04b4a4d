-- What squads try, what the metrics say of it, and how much may fail.

create table cycle (
    id uuid primary key,
    squad_id uuid not null references squad,
    version bigint not null,
    state text not null,
    plan text not null,
    planned_at timestamptz not null,
    started_at timestamptz,
    ended_at timestamptz,
    choice text,
    verdict text,
    check ((state = 'CONCLUDED') = (verdict is not null)),
    check ((choice is null) = (verdict is null))
);

create index cycle_by_squad on cycle (squad_id, id);

create table cycle_evidence (
    cycle_id uuid primary key references cycle,
    revision bigint not null,
    message text not null,
    received_at timestamptz not null
);

create table failure_budget (
    squad_id uuid primary key references squad,
    version bigint not null,
    most_failed int not null check (most_failed >= 0),
    days int not null check (days > 0)
);
