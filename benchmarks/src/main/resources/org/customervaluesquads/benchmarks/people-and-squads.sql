-- A hundred thousand people, and ten thousand squads of eight. An id follows from its number, so that it needs no look-up.

insert into person (id, version, name, department, functional_lead, region)
select md5('person' || n)::uuid, 1, 'person ' || n, 'department ' || n % 20, 'lead ' || n % 1000, 'region ' || n % 12
from generate_series(1, 100000) n;

insert into person_skill (person_id, skill, level, place)
select md5('person' || n)::uuid, 'skill ' || (n * 7 + s * 61) % 200, 1 + (n + s) % 5, s
from generate_series(1, 100000) n, generate_series(0, 2) s;

insert into cost_rate (person_id, since, amount, currency)
select md5('person' || n)::uuid, since, 300 + n % 300, 'EUR'
from generate_series(1, 100000) n, unnest(array[date '2025-01-01', date '2026-01-01']) since;

-- As the service would have written them when it first knew of these people.
insert into person_version (person_id, version, known_at, profile, cost_rates)
select p.id, p.version, '2025-12-01Z',
       json_build_object('name', p.name, 'department', p.department, 'functionalLead', p.functional_lead,
                         'region', p.region, 'skills', s.skills)::text,
       json_build_object('inOrder', r.rates)::text
from person p
join (select person_id, json_agg(json_build_object('name', skill, 'level', level) order by place) skills
      from person_skill group by person_id) s on s.person_id = p.id
join (select person_id, json_agg(json_build_object('since', to_char(since, 'YYYY-MM-DD'), 'perWorkingDay',
                                 json_build_object('amount', amount, 'currency', currency)) order by since) rates
      from cost_rate group by person_id) r on r.person_id = p.id;

insert into squad (id, version, name, stage, value_area, goal, outcome_metric, target, due_on,
                   regions, segments, accounts, products, channels, formed_at, changed_at)
select md5('squad' || n)::uuid, 40, 'squad ' || n, (array['FORMING', 'PROVEN', 'PILOTING', 'SCALING'])[1 + n % 4],
       'REVENUE_OPERATIONS', 'sell more', 'revenue/EUR', 1000 + n, '2030-01-01',
       array['region ' || n % 12], '{}', '{}', '{}', '{}', '2026-01-05Z', '2026-01-06Z'
from generate_series(1, 10000) n;

-- The last of a squad is the first of the next one, too.
insert into membership (squad_id, person_id, since, until, role, allocation)
select md5('squad' || n)::uuid, md5('person' || (7 * (n - 1) + m))::uuid, '2026-01-05', null,
       case m when 1 then 'lead' else 'analyst' end, 40
from generate_series(1, 10000) n, generate_series(1, 8) m;

insert into squad_event (event_id, squad_id, version, event, occurred_at, details)
select 'formed-' || n, md5('squad' || n)::uuid, 1, 'squad.formed', '2026-01-05Z', json_build_object(
    'name', 'squad ' || n,
    'mission', json_build_object('valueArea', 'revenue-operations', 'goal', 'sell more',
        'outcomeMetric', 'revenue/EUR', 'target', 1000 + n, 'dueOn', '2030-01-01'),
    'scope', json_build_object('regions', json_build_array('region ' || n % 12), 'segments', json_build_array(),
        'accounts', json_build_array(), 'products', json_build_array(), 'channels', json_build_array()))::text
from generate_series(1, 10000) n;

insert into squad_event (event_id, squad_id, version, event, occurred_at, details)
select 'joined-' || n || '-' || m, md5('squad' || n)::uuid, 1 + m, 'member.joined', '2026-01-06Z', json_build_object(
    'personId', md5('person' || (7 * (n - 1) + m))::uuid, 'role', case m when 1 then 'lead' else 'analyst' end,
    'allocation', 40, 'since', '2026-01-05')::text
from generate_series(1, 10000) n, generate_series(1, 8) m order by n, m;

insert into squad_event (event_id, squad_id, version, event, occurred_at, details)
select 'noted-' || n || '-' || v, md5('squad' || n)::uuid, v, 'cycle.planned', '2026-01-07Z', json_build_object(
    'hypothesis', 'a call within a day wins back one in ten', 'change', 'call customers who stopped ordering')::text
from generate_series(1, 10000) n, generate_series(10, 39) v order by n, v;

analyze;
