-- What a contact writes goes into their conversation on a campaign that runs, if they have one with that sender, even if its
-- text was reported as failed (it may have reached them) or has not left yet: on a campaign that is archived nobody can
-- answer. Among those that run, and where none does, texts that have not reached them still come last. The function is else
-- as in 0442.
create or replace function receive_text(
    to_number     text,
    service       text,
    service_sid   text,
    written_by    text,        -- as the service says
    cell          text,        -- the same, if it is a cell
    body          text,
    next_status   conversation_status,
    clock         timestamptz, -- null: the database's own
    messaging_service text,    -- the Messaging Service that the number belongs to; null: none
    out organization bigint,   -- null: number and service are no organization's, and nothing was written
    out is_new       boolean,  -- false: it was received before, and nothing was written
    out conversation bigint,   -- null: nobody ever texted that cell from that sender
    out campaign     bigint,
    out holder       bigint
)
language plpgsql
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
#variable_conflict use_column
declare
    moved bigint;
    is_suspended boolean;
begin
    with sender as (
        -- The number, if it is an organization's, else the Messaging Service. The carrier is part of the question: what
        -- Twilio signs says nothing about a number that it does not serve.
        select organization_id, number as own_number
          from sending_number
         where number in ($1, $9) and service = $2
         order by number = $1 desc
         limit 1
    ), thread as (
        -- The conversation of the most recent outbound text to that cell from that sender, with its row locked.
        -- Those of campaigns that run come first: on one that does not run nobody could answer. Of either, texts that
        -- failed, or have not left yet, come last: the contact never saw them.
        select v.organization_id, v.id, v.campaign_id, v.assigned_to
          from sender
          join contact c on c.organization_id = sender.organization_id and c.cell = $5
          join conversation v on v.organization_id = c.organization_id and v.id = c.id
          join campaign ca on ca.organization_id = c.organization_id and ca.id = c.campaign_id
          join message m on m.organization_id = c.organization_id and m.conversation_id = c.id
          left join outbox o on o.organization_id = m.organization_id and o.message_id = m.id
         where m.direction = 'outbound' and m.own_number in ($1, $9)
         order by ca.started_at is null or ca.archived_at is not null,
                  coalesce(o.state in ('failed', 'queued', 'paced', 'held'), false),
                  m.created_at desc, m.id desc
         limit 1
           for update of v
    ), kept as (
        -- Two deliveries at once: the later one waits for the earlier one, at the row of their thread or, if there
        -- is none, here; and then writes nothing. The message is written below; its id is needed here.
        insert into inbound
               (organization_id, service, service_sid, from_cell, to_number, body, message_id, received_at,
                messaging_service)
        select sender.organization_id, $2, $3, $4, $1, $6,
               case when thread.id is not null then nextval('message_id_seq') end,
               coalesce($8, statement_timestamp()), $9
          from sender left join thread on true
            on conflict (organization_id, service, service_sid) do nothing
        returning message_id
    ), written as (
        -- The message and the clock that starts with it carry the same moment, and one that comes after the lock
        -- was granted, so that it is not before a text that was just sent: not the statement's.
        insert into message (organization_id, id, conversation_id, direction, body, own_number, created_at)
        overriding system value
        select thread.organization_id, kept.message_id, thread.id, 'inbound', $6,
               sender.own_number, coalesce($8, clock_timestamp())
          from sender cross join kept join thread on kept.message_id is not null
        returning organization_id, conversation_id, created_at
    ), moved as (
        -- What was written while this waited for the lock is seen: an update reads the row's last version.
        -- `waiting_since` is kept if something came in since the last outbound text already; sending clears it.
        update conversation v
           set status = $7::conversation_status,
               waiting_since = coalesce(v.waiting_since, written.created_at),
               wrote_opted_out_at = case when v.opted_out and $7 = 'needs_response' then written.created_at
                                         else v.wrote_opted_out_at end
          from written
         where v.organization_id = written.organization_id and v.id = written.conversation_id
        returning v.id
    )
    select sender.organization_id, exists (select from kept), thread.id, thread.campaign_id, thread.assigned_to,
           (select id from moved)
      into organization, is_new, conversation, campaign, holder, moved
      from sender left join thread on true;
    if is_new and moved is distinct from conversation then
        raise exception 'an inbound text moved no conversation';
    end if;
    if is_new and $7 = 'needs_response' and holder is not null then
        select m.role = 'suspended' into is_suspended
          from member m
         where m.organization_id = organization and m.id = holder
           for key share;
        if is_suspended then
            with pooled as (
                update conversation v
                   set assigned_to = null, released_from = v.assigned_to, released_by = null,
                       lease_epoch = v.lease_epoch + 1
                 where v.organization_id = organization and v.id = conversation and v.assigned_to = holder
                returning v.id, v.released_from, v.lease_epoch
            )
            insert into assignment_event
                   (organization_id, reason, conversation_ids, previous_holders, lease_epochs, happened_at)
            select organization, 'released', array[pooled.id], array[pooled.released_from], array[pooled.lease_epoch],
                   coalesce($8, clock_timestamp())
              from pooled;
            holder := null;
        end if;
    end if;
end
$$;
