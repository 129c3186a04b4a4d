-- What happened to squads, in order; nothing is ever changed or taken away.

create table squad_event (
    sequence bigint generated always as identity primary key,
    event_id text not null unique,
    squad_id uuid not null references squad,
    version bigint not null,
    event text not null,
    occurred_at timestamptz not null,
    details text not null
);

create index squad_event_by_squad on squad_event (squad_id, sequence);

-- Squads of before are taken to have been formed as they are now: what they were in between was not kept here.
insert into squad_event (event_id, squad_id, version, event, occurred_at, details)
select gen_random_uuid()::text, id, version, 'squad.formed', formed_at, json_build_object(
    'name', name,
    'mission', json_build_object('valueArea', replace(lower(value_area), '_', '-'), 'goal', goal,
        'outcomeMetric', outcome_metric, 'target', target, 'dueOn', due_on),
    'scope', json_build_object('regions', regions, 'segments', segments, 'accounts', accounts,
        'products', products, 'channels', channels))::text
from squad order by id;

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed or taken away', tg_table_name;
end $$;

create trigger squad_event_stays before update or delete on squad_event
    for each row execute function refuse_change();
