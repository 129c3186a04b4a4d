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

insert into squad_event (event_id, squad_id, version, event, occurred_at, details)
select gen_random_uuid()::text, squad_id, version, event,
       greatest(formed_at, least(changed_at, day::timestamp at time zone 'UTC')), details
from (
    select m.squad_id, s.version, s.formed_at, s.changed_at, m.since as day, 1 as turn, 'member.joined' as event,
           json_build_object('personId', m.person_id, 'role', m.role, 'allocation', m.allocation,
               'since', m.since)::text as details
    from membership m join squad s on s.id = m.squad_id
    union all
    select m.squad_id, s.version, s.formed_at, s.changed_at, m.until, 0, 'member.left',
           json_build_object('personId', m.person_id, 'until', m.until)::text
    from membership m join squad s on s.id = m.squad_id where m.until is not null) past
order by squad_id, day, turn;

insert into squad_event (event_id, squad_id, version, event, occurred_at, details)
select gen_random_uuid()::text, id, version, 'squad.disbanded', changed_at, json_build_object(
    'released', json_build_array(), 'until', (changed_at at time zone 'UTC')::date)::text
from squad where stage = 'DISBANDED' order by id;

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed or taken away', tg_table_name;
end $$;

create trigger squad_event_stays before update or delete on squad_event
    for each row execute function refuse_change();
