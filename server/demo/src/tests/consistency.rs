//! The invariants that hold in every database, whatever wrote its rows.

use super::{assert_no_rows, count, demo};
use sqlx::PgPool;

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn conversations_are_what_their_messages_say(pool: PgPool) {
    let store = demo(pool).await;
    const CHECKED: &str = "create temporary view checked as
        select cv.*, m.texts, m.sent, m.received, m.last_inbound, m.by_id,
               (select min(i.created_at) from message i
                 where i.conversation_id = cv.id and i.direction = 'inbound'
                   and i.created_at > coalesce((select max(o.created_at) from message o
                                                 where o.conversation_id = cv.id and o.direction = 'outbound'),
                                               '-infinity')) as should_wait
          from conversation cv
          cross join lateral (
                select count(*) as texts,
                       count(*) filter (where direction = 'outbound') as sent,
                       count(*) filter (where direction = 'inbound') as received,
                       (array_agg(direction order by created_at desc))[1] = 'inbound' as last_inbound,
                       coalesce(array_agg(id order by id) = array_agg(id order by created_at), true) as by_id
                  from message m where m.conversation_id = cv.id) m";
    let mut connection = store.pool.acquire().await.unwrap();
    sqlx::query(CHECKED)
        .execute(&mut *connection)
        .await
        .unwrap();
    for (what, query) in [
        (
            "waiting since another moment",
            "select count(*) from checked where waiting_since is distinct from should_wait",
        ),
        (
            "a reply to which nobody wrote last",
            "select count(*) from checked where status = 'needs_response' and not last_inbound",
        ),
        (
            "unsent with texts, and no second pass",
            "select count(*) from checked left join release r on r.id = checked.released_by and r.kind = 'second_pass'
              where (status = 'needs_message') <> (texts = 0 or r.id is not null)",
        ),
        (
            "messaged, with answers",
            "select count(*) from checked where status = 'messaged' and (received > 0 or sent = 0)",
        ),
        (
            "a convo in which the texter did not write last",
            "select count(*) from checked where status = 'convo' and (last_inbound or received = 0)",
        ),
        (
            "closed without an answer",
            "select count(*) from checked where status = 'closed' and received = 0",
        ),
        (
            "message ids that do not follow time",
            "select count(*) from checked where not by_id",
        ),
        (
            "held before the campaign began",
            "select count(*) from checked join campaign ca on ca.id = checked.campaign_id where held_since < ca.started_at",
        ),
    ] {
        let violations: i64 = sqlx::query_scalar(query)
            .fetch_one(&mut *connection)
            .await
            .unwrap();
        assert_eq!(violations, 0, "{what}");
    }
    assert_no_rows(&store, "messages out of their campaign's time",
        "select from message m join conversation cv on cv.id = m.conversation_id join campaign ca on ca.id = cv.campaign_id
          where ca.started_at is null or m.created_at < ca.started_at or m.created_at > coalesce(ca.archived_at, $$2026-11-03 17:00Z$$)").await;
    assert_no_rows(&store, "an answer that is not measured, or something else that is",
        "select from (select m.id, m.direction, m.created_at,
                             lag(m.direction) over (partition by m.conversation_id order by m.created_at) as before
                        from message m) m
           left join answer a on a.message_id = m.id
          where (m.direction = 'outbound' and m.before is not distinct from 'inbound') <> (a.message_id is not null)
             or a.answered_at <> m.created_at").await;
    assert_eq!(
        count(&store, "select count(distinct auto_release) from answer").await,
        2
    );
    assert_no_rows(
        &store,
        "unfilled marks",
        "select from message where body like '%{%'",
    )
    .await;
    assert_no_rows(
        &store,
        "empty texts",
        "select from message where btrim(body) = ''",
    )
    .await;
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn whoever_holds_something_got_it_in_an_event(pool: PgPool) {
    let store = demo(pool).await;
    const EVENTS: &str = "create view handed as
        select c.id, c.position, e.id as event, e.reason, e.new_holder, e.happened_at, e.release_id, e.request_id,
               e.previous_holders[c.position] as previous, e.lease_epochs[c.position] as epoch
          from assignment_event e cross join lateral unnest(e.conversation_ids) with ordinality c (id, position)";
    sqlx::query(EVENTS).execute(&store.pool).await.unwrap();
    assert_no_rows(&store, "an epoch that no event gave",
        "select from conversation cv left join (select id, count(*) as changes, max(epoch) as epoch from handed group by id) h using (id)
          where cv.lease_epoch <> coalesce(h.changes, 0) or cv.lease_epoch <> coalesce(h.epoch, 0)").await;
    assert_no_rows(
        &store,
        "a holder who did not get it last",
        "select from conversation cv join handed h on h.id = cv.id and h.epoch = cv.lease_epoch
          where cv.assigned_to is distinct from h.new_holder
             or (cv.assigned_to is not null and cv.held_since <> h.happened_at)",
    )
    .await;
    assert_no_rows(
        &store,
        "a holder without an event",
        "select from conversation where assigned_to is not null and lease_epoch = 0",
    )
    .await;
    assert_no_rows(
        &store,
        "previous holders who were not",
        "select from handed h left join handed b on b.id = h.id and b.epoch = h.epoch - 1
          where h.previous is distinct from b.new_holder or b.happened_at >= h.happened_at",
    )
    .await;
    assert_no_rows(
        &store,
        "released from somebody else",
        "select from conversation cv left join handed h on h.id = cv.id and h.reason = 'released'
          where cv.released_from is distinct from h.previous or cv.released_by is distinct from h.release_id",
    )
    .await;
    assert_no_rows(&store, "released before it was idle for the interval",
        "select from handed h join release r on r.id = h.release_id join conversation cv on cv.id = h.id
          where cv.waiting_since > r.clock - make_interval(mins => r.interval_minutes)
             or exists (select from handed b where b.id = h.id and b.epoch = h.epoch - 1
                           and b.happened_at > r.clock - make_interval(mins => r.interval_minutes))").await;
    assert_no_rows(&store, "a count of a release that is not its rows",
        "select from release r
          where (r.conversations::bigint, r.campaigns::bigint) is distinct from
                (select (count(*), count(distinct cv.campaign_id)) from handed h join conversation cv using (id) where h.release_id = r.id)").await;
    assert_no_rows(&store, "a request that got something else",
        "select from assignment_request q join pool p on p.id = q.pool_id
          where q.assigned > p.max_per_request or q.assigned <> (select count(*) from handed h where h.request_id = q.id)").await;
    assert_no_rows(&store, "a holder who is no texter, or Sam",
        "select from conversation cv join member m on m.id = cv.assigned_to join account a on a.id = m.account_id
          where m.role <> 'texter' or a.email = 'sam@demo.example'").await;
    assert!(count(&store, "select count(*) from release").await >= 3);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn copies_on_the_hot_row_are_what_they_are_copied_from(pool: PgPool) {
    let store = demo(pool).await;
    assert_no_rows(&store, "an opt-out flag without an opt-out, or the reverse",
        "select from conversation cv join contact co using (organization_id, id) left join opt_out o using (organization_id, cell)
          where cv.opted_out <> (o.cell is not null)").await;
    assert_no_rows(&store, "an escalation without its tag, or the reverse",
        "select from conversation cv where escalated <> exists (
            select from conversation_tag ct join tag t on t.id = ct.tag_id where ct.conversation_id = cv.id and t.escalation)").await;
    assert_no_rows(&store, "a draft's time that is another",
        "select from conversation cv left join draft d on d.conversation_id = cv.id where cv.draft_edited_at is distinct from d.edited_at").await;
    assert_no_rows(&store, "a text that went out of no outbox",
        "select from message m left join outbox o on o.message_id = m.id
          where (m.direction = 'outbound') <> (o.state is not null) or o.state not in ('sent', 'failed')").await;
    assert_no_rows(&store, "a text that came in from nowhere",
        "select from message m left join inbound i on i.message_id = m.id where (m.direction = 'inbound') <> (i.message_id is not null)").await;
    assert_no_rows(&store, "texted although unknown to the service",
        "select from outbox o left join simulated_text t on o.service_sid = 'SIM' || t.id where o.state = 'sent' and t.id is null").await;
    assert_no_rows(
        &store,
        "a cell that could be somebody's",
        "select from contact where cell !~ '^\\+1[2-9][0-9][0-9]55501[0-9][0-9]$'",
    )
    .await;
    assert_no_rows(
        &store,
        "a cell twice",
        "select from contact group by cell having count(*) > 1",
    )
    .await;
}
