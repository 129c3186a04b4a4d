-- Nobody is in squads with more than all of their time, whoever writes the row: the service holds the person and sums
-- before it writes; this refuses, at the commit, what came past that.

create function refuse_over_allocation() returns trigger language plpgsql as $$
declare
    worst record;
begin
    -- Whoever else gives time of this person waits here, and then sums what was committed meanwhile. A snapshot that is
    -- kept from the transaction's beginning would not show it; nor would a serializable one among writers that are not.
    if current_setting('transaction_isolation') <> 'read committed' then
        raise exception 'memberships are written read committed';
    end if;
    perform from person where id = new.person_id for no key update;

    -- Within the row's span the sum rises only where a membership begins.
    select begun.since as day, sum(held.allocation) as percent into worst
    from membership begun
    join membership held on held.person_id = begun.person_id
        and held.since <= begun.since and (held.until is null or held.until > begun.since)
    where begun.person_id = new.person_id
        and begun.since >= new.since and (new.until is null or begun.since < new.until)
    group by begun.squad_id, begun.since
    having sum(held.allocation) > 100
    order by sum(held.allocation) desc limit 1;

    if found then
        raise exception 'person % would be in squads with % %% of their time on %', new.person_id, worst.percent, worst.day
            using errcode = 'check_violation', table = 'membership', constraint = 'membership_within_their_time';
    end if;
    return null;
end $$;

create constraint trigger membership_within_their_time after insert on membership
    deferrable initially deferred for each row execute function refuse_over_allocation();

-- A change that gives less, as every leaving does, needs no person held: leaving holds the squad first, joining the
-- person.
create constraint trigger changed_membership_within_their_time after update on membership
    deferrable initially deferred for each row
    when (new.person_id <> old.person_id or new.allocation > old.allocation or new.since < old.since
        or coalesce(new.until, 'infinity') > coalesce(old.until, 'infinity'))
    execute function refuse_over_allocation();
