-- Which skills a mission asks for: what the central team keeps for each value area, and what a squad makes of it.

create table required_skills (
    value_area text primary key,
    version bigint not null,
    skills text[] not null,
    levels int[] not null,
    people int[] not null
);

-- Every value area has its list from the start, so that two who write the first one wait for each other.
insert into required_skills (value_area, version, skills, levels, people)
select area, 1, '{}', '{}', '{}'
from unnest(array['GEOGRAPHY', 'ACCOUNT', 'REVENUE_OPERATIONS', 'PRODUCT_SERVICE', 'DESIGN_SUPPORT', 'CROSS_CHANNEL'])
    as area;

create table squad_skills (
    squad_id uuid primary key references squad,
    skills text[] not null,
    levels int[] not null,
    people int[] not null
);

-- Lists of people are filtered by these and read in order of id.
create index person_by_department on person (department, id);
create index person_by_region on person (region, id);
create index person_by_functional_lead on person (functional_lead, id);
create index person_skill_by_skill on person_skill (skill, level, person_id);
