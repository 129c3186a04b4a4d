-- Which squads were proposed for a mission, and which were formed of them.

create table formation (
    id uuid primary key,
    proposed_at timestamptz not null,
    considered int not null,
    proposed text not null
);

create table formation_squad (
    formation_id uuid not null references formation,
    proposal int not null check (proposal >= 1),
    squad_id uuid not null unique references squad,
    primary key (formation_id, proposal)
);
