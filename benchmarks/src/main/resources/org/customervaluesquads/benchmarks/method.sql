-- Every squad gets what squad 1 was given over HTTP, several times over.

insert into cycle (id, squad_id, version, state, plan, planned_at, started_at)
select md5('cycle' || n || '-' || copy)::uuid, md5('squad' || n)::uuid, 1, case copy when 1 then 'RUNNING' else 'PLANNED' end,
       c.plan, c.planned_at, case copy when 1 then c.planned_at end
from cycle c, generate_series(2, 10000) n, generate_series(1, 6) copy where c.squad_id = md5('squad1')::uuid;

insert into cycle_evidence (cycle_id, revision, message, received_at)
select id, 1, json_build_object('cycleId', id, 'squadId', squad_id, 'metric', 'revenue/EUR', 'unit', 'EUR',
    'method', 'confidence-sequence', 'variants', json_build_array(), 'comparisons', json_build_array(),
    'sampleRatioP', 0.5, 'guardrails', json_build_array(), 'advice', 'continue', 'asOf', '2026-01-08T00:00:00Z',
    'revision', 1)::text, '2026-01-08Z'
from cycle where state = 'RUNNING';

insert into decision (id, squad_id, choice, must_agree, reason, corrects, made_at)
select md5('decision' || n || '-' || copy)::uuid, md5('squad' || n)::uuid, d.choice, d.must_agree, d.reason, null, d.made_at
from decision d, generate_series(2, 10000) n, generate_series(1, 6) copy where d.squad_id = md5('squad1')::uuid;

insert into decision_entry (id, decision_id, kind, said_by, said, next_review_on, said_at)
select md5('entry' || d.id || '-' || copy)::uuid, d.id, e.kind, e.said_by, e.said, e.next_review_on, e.said_at
from decision d, decision_entry e, generate_series(1, 2) copy
where not exists (select 1 from decision_entry other where other.decision_id = d.id);

-- As many fall due on each day of ten months.
insert into decision_due (decision_id, due_on)
select id, date '2026-03-01' + (row_number() over (order by id) % 300)::int from decision on conflict do nothing;

insert into decision_rights (squad_id, version, rights)
select md5('squad' || n)::uuid, r.version, r.rights
from decision_rights r, generate_series(2, 10000) n where r.squad_id = md5('squad1')::uuid;

insert into failure_budget (squad_id, version, most_failed, days)
select md5('squad' || n)::uuid, 1, 4, 90 from generate_series(2, 10000) n;

insert into playbook (id, squad_id, generation, name, written_at, method)
select md5('playbook' || n)::uuid, md5('squad' || n)::uuid, 1, p.name, p.written_at, p.method
from playbook p, generate_series(2, 10000) n where p.squad_id = md5('squad1')::uuid;

-- Families of 111: one that began, ten from it, ten from each of those.
insert into squad_origin (squad_id, playbook_id, parent_id, generation)
select md5('squad' || n)::uuid, p.id, p.squad_id, case when n % 111 <= 10 then 2 else 3 end
from generate_series(112, 10000) n
join playbook p on p.squad_id = md5('squad' || (n - n % 111 + case when n % 111 <= 10 then 0 else (n % 111 - 1) / 10 end))::uuid
where n % 111 > 0;

insert into squad_skills (squad_id, skills, levels, people)
select md5('squad' || n)::uuid, s.skills, s.levels, s.people
from squad_skills s, generate_series(2, 10000) n where s.squad_id = md5('squad1')::uuid;

insert into capability (id, version, name, description, owner, life_stage, roadmap_on, roadmap_what)
select md5('capability' || n)::uuid, 1, 'capability ' || n, c.description, c.owner,
       (array['PLANNED', 'PILOT', 'LIVE', 'SUNSET', 'RETIRED'])[1 + n % 5], c.roadmap_on, c.roadmap_what
from capability c, generate_series(2, 1000) n;

insert into platform_request (id, version, squad_id, capability_id, title, wish, raised_at, state)
select md5('request' || n || '-' || copy)::uuid, 1, md5('squad' || n)::uuid, r.capability_id, r.title, r.wish, r.raised_at,
       r.state
from platform_request r, generate_series(2, 10000) n, generate_series(1, 4) copy where r.squad_id = md5('squad1')::uuid;

insert into policy_layer (level, name, version, kinds, names, contents, locks)
select 'SQUAD', md5('squad' || n)::uuid::text, p.version, p.kinds, p.names, p.contents, p.locks
from policy_layer p, generate_series(2, 10000) n where p.name = md5('squad1')::uuid::text
union all
select 'REGION', 'region ' || n, p.version, p.kinds, p.names, p.contents, p.locks
from policy_layer p, generate_series(2, 11) n where p.name = 'region 1';

insert into formation (id, proposed_at, considered, proposed)
select md5('formation' || n)::uuid, f.proposed_at, f.considered, f.proposed from formation f, generate_series(2, 10000) n;

analyze;
