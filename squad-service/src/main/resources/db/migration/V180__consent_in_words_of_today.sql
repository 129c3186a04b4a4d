-- Before required consent had a form it was free text, and V170 told of it as it was: of purposes that nobody can state, so
-- that signals were withheld for ever, and of uses that there are not. It is put in the form of today, and told again.
-- A demand stays a demand: a purpose is written in small letters, with a dash for whatever is no letter or digit, and is
-- called unnamed where nothing is left of it. What demands nothing, of no known use or of no purpose, stays as a contact
-- rule, which is free text.

with policy as (
    select level, layer.name as layer, kind, value_name, content, locked, place,
           kind = 'REQUIRED_CONSENT'
               and not (value_name in ('intents', 'metrics')
                   and content ~ '^[a-z][a-z0-9-]{0,39}(,[a-z][a-z0-9-]{0,39})*$') as misfit,
           (select string_agg(
                       coalesce(nullif(left(regexp_replace(
                           regexp_replace(lower(purpose), '[^a-z0-9-]+', '-', 'g'), '^[^a-z]+|-+$', '', 'g'), 40), ''),
                           'unnamed'), ',' order by part)
            from unnest(string_to_array(content, ',')) with ordinality as stated (purpose, part)
            where btrim(purpose) <> '' and value_name in ('intents', 'metrics')) as purposes
    from policy_layer layer, unnest(kinds, names, contents, locks) with ordinality
        as policy (kind, value_name, content, locked, place)),
mended as (
    select level, layer,
           array_agg(case when misfit and purposes is null then 'CONTACT_RULE' else kind end order by place) as kinds,
           array_agg(case when misfit and purposes is null then left('consent for ' || value_name, 200)
                          else value_name end order by place) as names,
           array_agg(case when misfit then coalesce(purposes, content) else content end order by place) as contents
    from policy group by level, layer having bool_or(misfit)),
changed as (
    update policy_layer
    set version = version + 1, kinds = mended.kinds, names = mended.names, contents = mended.contents
    from mended where policy_layer.level = mended.level and policy_layer.name = mended.layer
    returning policy_layer.*)
insert into outbox (topic, key, value, event_id, type, occurred_at, left_at)
select 'policies',
       case level when 'GLOBAL' then 'global' else lower(level) || ':' || name end,
       json_build_object(
           'level', lower(level), 'name', name, 'version', version,
           'values', (
               select json_agg(json_build_object(
                          'kind', replace(lower(kind), '_', '-'), 'name', value_name, 'value', content,
                          'locked', locked) order by place)
               from unnest(kinds, names, contents, locks) with ordinality
                   as policy (kind, value_name, content, locked, place)),
           'changedAt', to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))::text,
       gen_random_uuid()::text, 'policies.changed', now(), now()
from changed order by level, name;
