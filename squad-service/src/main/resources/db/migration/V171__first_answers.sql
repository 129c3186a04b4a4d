-- A request that comes again is answered as the first time, so the first answer is kept.

alter table sent_request add column location text, add column version bigint, add column body text;

-- Of requests from before only where what they created is can still be told.
update sent_request
set location = case split_part(operation, '/', 1)
        when 'add-person' then '/people/'
        when 'import-person' then '/people/'
        when 'plan-cycle' then '/cycles/'
        when 'decide' then '/decisions/'
        when 'correct' then '/decisions/'
        when 'write-playbook' then '/playbooks/'
        when 'offer-capability' then '/platform/capabilities/'
        when 'ask-platform' then '/platform/requests/'
        else '/squads/'
    end || created_id;

alter table sent_request alter column location set not null;

-- The row of an imported person is part of the operation now, and not of the key.
update sent_request
set operation = operation || '/' || split_part(key, ' of ', 1), key = substr(key, position(' of ' in key) + 4)
where operation = 'import-person';
