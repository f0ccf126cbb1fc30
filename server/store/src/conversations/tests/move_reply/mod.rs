//! Replies of archived campaigns that are moved to one that runs.

mod at_once;

use crate::messages::{Received, receive};
use crate::testing::{Thread, World, ago, noon};
use app::domain::{CampaignId, ConversationId, Holding, MemberId};
use app::error::AppError;
use app::ports::{Conversations, Releases, Requests};
use sqlx::PgPool;

/// A reply of 90 minutes on an archived campaign, held by Ann.
async fn archived(world: &World) -> (CampaignId, ConversationId) {
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 90).await;
    world.change_campaign(campaign, "archived_at = now()").await;
    (campaign, reply)
}

async fn campaign_of(world: &World, conversation: ConversationId) -> (i64, i64) {
    sqlx::query_as(
        "select cv.campaign_id, co.campaign_id
           from conversation cv join contact co on co.id = cv.id where cv.id = $1",
    )
    .bind(conversation.0)
    .fetch_one(&world.store.pool)
    .await
    .unwrap()
}

fn refused(answer: Result<(), AppError>, words: &str) {
    match answer {
        Err(AppError::Invalid(sentence)) if sentence.contains(words) => {}
        other => panic!("{other:?} instead of {words}"),
    }
}
#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_moved_reply_waits_on_the_other_campaign_and_whoever_requests_it_answers(pool: PgPool) {
    let world = World::new(pool).await;
    let store = &world.store;
    let (source, reply) = archived(&world).await;
    let running = world.campaign().await;
    world.pooled(running, 60).await;
    let before = world.row(reply).await;

    store
        .move_reply(&world.admin, reply, running)
        .await
        .unwrap();
    assert_eq!(campaign_of(&world, reply).await, (running.0, running.0));
    let after = world.row(reply).await;
    assert_eq!(after.assigned_to, None);
    assert_eq!(after.status, "needs_response");
    assert_eq!(after.waiting_since, before.waiting_since);
    assert_eq!(after.held_since, before.held_since);
    assert_eq!(after.lease_epoch, before.lease_epoch + 1);
    let audit: (Vec<i64>, Vec<i64>, Vec<i32>, Vec<i64>, i64) = sqlx::query_as(
        "select conversation_ids, previous_holders, lease_epochs, campaign_ids, actor_id
           from assignment_event where reason = 'moved'",
    )
    .fetch_one(&store.pool)
    .await
    .unwrap();
    let admin = world.admin.member.0;
    assert_eq!(
        audit,
        (
            vec![reply.0],
            vec![world.ann.member.0],
            vec![after.lease_epoch],
            vec![source.0, running.0],
            admin
        )
    );
    let listed = store.unanswerable(&world.admin, None, 10).await.unwrap();
    assert_eq!(listed, []);
    // Whoever lost it sees that, and is told of no release that there was not.
    let anns = store.open(&world.ann, reply).await.unwrap();
    assert_eq!((anns.holding, anns.why), (Holding::Released, None));

    // Who waited longest is served first.
    store.create(&world.ben, world.general, 1).await.unwrap();
    assert_eq!(world.holder(reply).await, Some(world.ben.member));
    let epoch = world.epoch(reply).await;
    store
        .send(&world.ben, reply, epoch.into(), "At five".into())
        .await
        .unwrap();
    let answers =
        "select count(*) from answer a join conversation cv on cv.campaign_id = a.campaign_id
                    where a.waited_seconds = 90 * 60";
    assert!(world.count(answers).await > 0);
    let text = world.text_from(reply, "Thanks").await;
    let received = receive(store, &text).await.unwrap();
    assert_eq!(received, Received::Recorded(reply));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_move_from_the_pool_is_undone_by_no_undo_of_a_release(pool: PgPool) {
    let world = World::new(pool).await;
    let store = &world.store;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 90).await;
    let released = store.release_mine(&world.ann).await.unwrap();
    world.change_campaign(campaign, "archived_at = now()").await;
    let running = world.campaign().await;
    store
        .move_reply(&world.admin, reply, running)
        .await
        .unwrap();
    store.undo(&world.ann, released.release).await.unwrap();
    assert_eq!(world.holder(reply).await, None);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_texting_hours_stay_those_of_the_contacts_zone(pool: PgPool) {
    let world = World::new(pool).await;
    let (_, reply) = archived(&world).await;
    let (_, same) = archived(&world).await;
    let (near, far) = (world.campaign().await, world.campaign().await);
    let new_york = world.zone("America/New_York").await;
    let honolulu = world.zone("Pacific/Honolulu").await;
    world
        .execute(format!(
            "update campaign set time_zone_id = {honolulu} where id = {far}"
        ))
        .await;
    for (reply, campaign) in [(reply, far), (same, near)] {
        let store = &world.store;
        store
            .move_reply(&world.admin, reply, campaign)
            .await
            .unwrap();
    }
    let own_zones: Vec<Option<i16>> =
        sqlx::query_scalar("select time_zone_id from conversation order by id")
            .fetch_all(&world.store.pool)
            .await
            .unwrap();
    assert_eq!(own_zones, [Some(new_york), None]);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_reply_goes_into_the_thread_that_the_contact_has_on_the_other_campaign(pool: PgPool) {
    let world = World::new(pool).await;
    let store = &world.store;
    for (holder, inbound, waited) in [
        (Some(&world.ben), vec![], 90),
        (Some(&world.ben), vec![30], 90),
        (None, vec![120], 120),
    ] {
        let (source, reply) = archived(&world).await;
        let text = world.text_from(reply, "Anybody?").await;
        receive(store, &text).await.unwrap();
        let running = world.campaign().await;
        let there = Thread {
            outbound: vec![300],
            inbound,
            claimed: None,
            drafted: None,
        };
        let there = world
            .thread(running, holder.map(|ben| &**ben), &there)
            .await;
        world.same_contact(reply, there).await;
        let said = world.thread_texts(there).await;
        let before = world.row(there).await;

        store
            .move_reply(&world.admin, reply, running)
            .await
            .unwrap();
        assert_eq!(world.thread_texts(reply).await, ["> outbound text"]);
        let mut now = world.thread_texts(there).await;
        now.sort();
        let mut all = [said, vec!["< inbound text".into(), "< Anybody?".into()]].concat();
        all.sort();
        assert_eq!(now, all);
        let after = world.row(there).await;
        assert_eq!(after.status, "needs_response");
        assert_eq!(after.waiting_since, Some(ago(waited)));
        assert_eq!(
            after.assigned_to.map(MemberId),
            holder.map(|ben| ben.member)
        );
        assert_eq!(after.lease_epoch, before.lease_epoch);
        // Ben, who sees it only now, has the time to answer it.
        let held_since = holder.map_or(before.held_since, |_| Some(noon()));
        assert_eq!(after.held_since, held_since);
        let old = world.row(reply).await;
        assert_eq!((old.status.as_str(), old.waiting_since), ("convo", None));
        assert_eq!(old.assigned_to, Some(world.ann.member.0));
        assert_eq!(campaign_of(&world, reply).await, (source.0, source.0));
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_reply_that_goes_into_a_thread_of_who_is_suspended_waits_in_the_pool(pool: PgPool) {
    let world = World::new(pool).await;
    let store = &world.store;
    let (_, reply) = archived(&world).await;
    let running = world.campaign().await;
    let there = Thread {
        outbound: vec![300],
        inbound: vec![],
        claimed: None,
        drafted: None,
    };
    let there = world.thread(running, Some(&world.ben), &there).await;
    world.same_contact(reply, there).await;
    world.suspend(world.ben.member).await;
    let before = world.row(there).await;

    store
        .move_reply(&world.admin, reply, running)
        .await
        .unwrap();

    let after = world.row(there).await;
    assert_eq!(
        (after.status.as_str(), after.assigned_to),
        ("needs_response", None)
    );
    assert_eq!(after.waiting_since, Some(ago(90)));
    assert_eq!(after.lease_epoch, before.lease_epoch + 1);
    let released: (Vec<i64>, Vec<i64>, Vec<i32>) = sqlx::query_as(
        "select conversation_ids, previous_holders, lease_epochs
           from assignment_event where reason = 'released'",
    )
    .fetch_one(&store.pool)
    .await
    .unwrap();
    let ben = world.ben.member.0;
    assert_eq!(
        released,
        (vec![there.0], vec![ben], vec![after.lease_epoch])
    );
    store.create(&world.ann, world.general, 1).await.unwrap();
    assert_eq!(world.holder(there).await, Some(world.ann.member));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_cannot_be_moved_says_why_and_stays(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let stranger = World::new(pool).await;
    let store = &world.store;
    let running = world.campaign().await;
    let theirs = stranger.campaign().await;
    let (source, reply) = archived(&world).await;
    let before = world.row(reply).await;
    let admin = &world.admin;

    let draft = world.campaign().await;
    world.change_campaign(draft, "started_at = null").await;
    for closed in [draft, source] {
        let answer = store.move_reply(admin, reply, closed).await;
        refused(answer, "This campaign does not run any more");
    }
    let none = Err(AppError::NotFound);
    assert_eq!(store.move_reply(admin, reply, theirs).await, none);
    let answer = store.move_reply(&stranger.admin, reply, theirs).await;
    assert_eq!(answer, none);
    let answer = store.movable(&stranger.admin, reply, "").await;
    assert_eq!(answer, Err(AppError::NotFound));

    let both = async |words| {
        refused(store.move_reply(admin, reply, running).await, words);
        refused(store.movable(admin, reply, "").await.map(drop), words);
    };
    world.change_campaign(source, "archived_at = null").await;
    both("is not archived").await;
    world.change_campaign(source, "archived_at = now()").await;
    world.change(reply, "status = 'convo'".into()).await;
    both("no longer waits").await;
    world
        .change(reply, "status = 'needs_response', opted_out = true".into())
        .await;
    both("has opted out").await;
    world.change(reply, "opted_out = false".into()).await;
    assert_eq!(world.row(reply).await, before);
    assert_eq!(campaign_of(&world, reply).await, (source.0, source.0));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn campaigns_that_run_are_offered_the_newest_first_and_found_by_title(pool: PgPool) {
    let world = World::new(pool).await;
    let (_, reply) = archived(&world).await;
    let draft = world.campaign().await;
    world.change_campaign(draft, "started_at = null").await;
    let named = world.campaign().await;
    world
        .change_campaign(named, "title = 'Rides for José', auto_assign = false")
        .await;
    let mut newest = named;
    for _ in 0..25 {
        newest = world.campaign().await;
    }
    let movable = async |search| {
        let movable = world.store.movable(&world.admin, reply, search).await;
        movable.unwrap()
    };
    let all = movable("").await;
    assert_eq!((all.targets.len(), all.more), (25, true));
    assert_eq!(all.targets[0].id, newest);
    assert_eq!(all.contact, "Ada Byron");
    for search in [" rIDE ", "for jose", "RÍDES"] {
        let found = movable(search).await;
        assert!(!found.more);
        let ids: Vec<_> = found.targets.iter().map(|target| target.id).collect();
        assert_eq!(ids, [named], "{search}");
        assert!(!found.targets[0].auto_assign);
    }
    assert_eq!(movable("nothing like it").await.targets, []);
}
