-- While the contacts of a draft are replaced, their rows are locked for as long as a large file takes, and the replacement
-- waits for opt-outs in the end. An opt-out that waited for such a row would wait that long, and each for the other.
-- `contacts_stay` tells it to leave them out: it is false while the contacts of a draft are being replaced, and keeps them
-- from being replaced until the transaction ends otherwise. Those of a launched campaign always stay.
-- The key is that of server/store/src/contacts/lock.rs.
create function contacts_stay(of_organization bigint, of_campaign bigint) returns boolean language sql volatile as
$$
    select ca.started_at is not null
           or pg_try_advisory_xact_lock_shared(1801, (ca.id % 2147483647)::int)
      from campaign ca
     where ca.organization_id = of_organization and ca.id = of_campaign
$$;
