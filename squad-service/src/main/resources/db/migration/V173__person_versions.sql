-- What was known of people and when, since what a squad was and cost at a past moment depends on it.

create table person_version (
    person_id uuid not null references person,
    version bigint not null,
    known_at timestamptz not null,
    profile text not null,
    cost_rates text not null,
    primary key (person_id, version)
);

-- People of before are taken to have been known as they are now all along: what they were in between was not kept.
insert into person_version (person_id, version, known_at, profile, cost_rates)
select p.id, p.version, timestamptz 'epoch',
    json_build_object(
        'name', p.name, 'department', p.department, 'functionalLead', p.functional_lead, 'region', p.region,
        'skills', coalesce(
            (select json_agg(json_build_object('name', s.skill, 'level', s.level) order by s.place)
             from person_skill s where s.person_id = p.id), '[]'::json))::text,
    json_build_object(
        'inOrder', (select json_agg(json_build_object(
                        'since', to_char(r.since, 'YYYY-MM-DD'),
                        'perWorkingDay', json_build_object('amount', r.amount, 'currency', r.currency))
                    order by r.since)
                    from cost_rate r where r.person_id = p.id))::text
from person p;

create trigger person_version_stays before update or delete on person_version
    for each row execute function refuse_change();
