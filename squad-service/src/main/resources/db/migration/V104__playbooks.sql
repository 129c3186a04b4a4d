-- What proven squads hand on, and which squads began from it.

create table playbook (
    id uuid primary key,
    squad_id uuid not null references squad,
    generation int not null check (generation >= 1),
    name text not null,
    written_at timestamptz not null,
    method text not null
);

create index playbook_by_squad on playbook (squad_id, id);

create table squad_origin (
    squad_id uuid primary key references squad,
    playbook_id uuid not null references playbook,
    parent_id uuid not null references squad,
    generation int not null check (generation >= 2)
);

create index squad_origin_by_parent on squad_origin (parent_id);
