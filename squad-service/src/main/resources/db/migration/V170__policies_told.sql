-- Policies are told of on a topic from now on: what was set before is told once.

insert into outbox (topic, key, value, event_id, type, occurred_at, left_at)
select 'policies',
       case level when 'GLOBAL' then 'global' else lower(level) || ':' || name end,
       json_build_object(
           'level', lower(level), 'name', name, 'version', version,
           'values', coalesce(
               (select json_agg(json_build_object(
                           'kind', replace(lower(kind), '_', '-'), 'name', value_name, 'value', content,
                           'locked', locked) order by place)
                from unnest(kinds, names, contents, locks) with ordinality
                    as policy (kind, value_name, content, locked, place)),
               '[]'::json),
           'changedAt', to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))::text,
       gen_random_uuid()::text, 'policies.changed', now(), now()
from policy_layer where version > 0 order by level, name;
