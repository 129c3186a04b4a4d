-- What squads decided, and what was said of it; nothing of that is ever changed or taken away.

create table decision_rights (
    squad_id uuid primary key references squad,
    version bigint not null,
    rights text not null
);

create table decision (
    id uuid primary key,
    squad_id uuid not null references squad,
    choice text not null,
    must_agree text,
    reason text not null,
    corrects uuid unique references decision,
    made_at timestamptz not null
);

create index decision_by_squad on decision (squad_id, id);

create table decision_entry (
    id uuid primary key,
    decision_id uuid not null references decision,
    kind text not null,
    said_by text not null,
    said text not null,
    next_review_on date,
    said_at timestamptz not null
);

create index decision_entry_by_decision on decision_entry (decision_id, id);

create trigger decision_stays before update or delete on decision
    for each row execute function refuse_change();
create trigger decision_entry_stays before update or delete on decision_entry
    for each row execute function refuse_change();

-- When each is to be reviewed next: worked out from the above, and no record of its own.
create table decision_due (
    decision_id uuid primary key references decision,
    due_on date not null
);

create index decision_due_by_day on decision_due (due_on, decision_id);
