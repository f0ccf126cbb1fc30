//! Second passes.

mod not_out_yet;
mod races;
mod undo;

use crate::messages::receive;
use crate::testing::{Thread, World, noon};
use app::domain::{
    CampaignId, ConversationId, Diagnosis, LeftOut, LeftOutReason, MessageId, PageState, PoolKind,
    ReleaseProgress, ReleaseState, SecondPassDays, Viewer,
};
use app::error::AppError;
use app::ports::{Conversations, Releases, Requests, SecondPasses};
use chrono::TimeDelta;
use sqlx::PgPool;

const DAY: i64 = 24 * 60;

fn days(days: i32) -> SecondPassDays {
    SecondPassDays::try_from(days).unwrap()
}

/// One that was texted so many minutes ago and has not answered.
async fn messaged(
    world: &World,
    campaign: CampaignId,
    holder: &Viewer,
    minutes: i64,
) -> ConversationId {
    let thread = Thread {
        outbound: vec![minutes],
        inbound: vec![],
        claimed: Some(minutes),
        drafted: None,
    };
    world.thread(campaign, Some(holder), &thread).await
}

async fn second_pass(world: &World, campaign: CampaignId) -> ReleaseProgress {
    let done = world
        .store
        .start_second_pass(&world.admin, campaign, days(3))
        .await
        .unwrap();
    assert_eq!(done.state, ReleaseState::Finished);
    done
}

async fn status(world: &World, id: ConversationId) -> String {
    sqlx::query_scalar("select status::text from conversation where id = $1")
        .bind(id.0)
        .fetch_one(&world.store.pool)
        .await
        .unwrap()
}

async fn last_text(world: &World, id: ConversationId) -> Option<MessageId> {
    sqlx::query_scalar::<_, Option<i64>>(
        "select max(id) from message where conversation_id = $1 and direction = 'outbound'",
    )
    .bind(id.0)
    .fetch_one(&world.store.pool)
    .await
    .unwrap()
    .map(MessageId)
}

async fn initials(world: &World) {
    let to_initials = "update pool set kind = 'initials'".to_owned();
    world.execute(to_initials).await;
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn takes_who_was_messaged_and_has_not_answered_and_counts_why_the_others_stay(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let taken = messaged(&world, campaign, &world.ann, 5 * DAY).await;
    let on_the_day = messaged(&world, campaign, &world.ben, 3 * DAY).await;
    let lately = messaged(&world, campaign, &world.ann, 3 * DAY - 1).await;
    let followed_up = Thread {
        outbound: vec![5 * DAY, DAY],
        inbound: vec![],
        claimed: Some(DAY),
        drafted: None,
    };
    let followed_up = world.thread(campaign, Some(&world.ann), &followed_up).await;
    // Tagged yesterday, and not texted.
    let tagged = messaged(&world, campaign, &world.ann, 5 * DAY).await;
    let since = format!("held_since = '{}'", noon() - TimeDelta::days(1));
    world.change(tagged, since).await;
    let gone = messaged(&world, campaign, &world.ann, 5 * DAY).await;
    world.change(gone, "opted_out = true".into()).await;
    let escalated = messaged(&world, campaign, &world.ann, 5 * DAY).await;
    world.change(escalated, "escalated = true".into()).await;
    let typing = messaged(&world, campaign, &world.ann, 5 * DAY).await;
    let at = format!("draft_edited_at = '{}'", noon() - TimeDelta::minutes(1));
    world.change(typing, at).await;
    let unsent = world.unsent(campaign, &world.ann).await;
    let reply = world.reply(campaign, &world.ann, 300).await;
    let elsewhere = world.campaign().await;
    let others = messaged(&world, elsewhere, &world.ann, 5 * DAY).await;

    let preview = world
        .store
        .preview_second_pass(&world.admin, campaign, days(3))
        .await
        .unwrap();
    assert_eq!((preview.conversations, preview.texters), (3, 2));
    let left = |reason, conversations| LeftOut {
        reason,
        conversations,
    };
    assert_eq!(
        preview.left_out,
        [
            left(LeftOutReason::OptedOut, 1),
            left(LeftOutReason::Escalated, 1),
            left(LeftOutReason::Composing, 1),
            left(LeftOutReason::NotMessaged, 1),
            left(LeftOutReason::Answered, 1),
            left(LeftOutReason::TextedLately, 2),
        ]
    );
    assert_eq!(preview.diagnosis, [Diagnosis::NoInitialsPool]);
    assert_eq!(world.holder(taken).await, Some(world.ann.member));

    let done = second_pass(&world, campaign).await;
    assert_eq!(
        done.to_string(),
        "Second pass: 3 contacts are to be messaged again"
    );
    for id in [taken, on_the_day, tagged] {
        assert_eq!(status(&world, id).await, "needs_message", "{id}");
        assert_eq!(world.holder(id).await, None);
        assert_eq!(world.epoch(id).await, 1);
    }
    for id in [lately, followed_up, gone, escalated, typing, others] {
        assert_eq!(status(&world, id).await, "messaged", "{id}");
        assert_eq!(world.epoch(id).await, 0);
    }
    assert_eq!(world.holder(unsent).await, Some(world.ann.member));
    assert_eq!(status(&world, reply).await, "needs_response");
    let detail = world
        .store
        .detail(&world.admin, done.release)
        .await
        .unwrap();
    assert_eq!(detail.record.texted_days_ago, Some(days(3)));
    assert_eq!(detail.record.left_out, preview.left_out);
    assert_eq!(detail.by_texter.len(), 2);
    assert_eq!(world.count("select count(*) from release_notice").await, 0);
    // A second one finds nobody, and leaves no row.
    assert!(second_pass(&world, campaign).await.released_nothing());
    assert_eq!(world.count("select count(*) from release").await, 1);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn says_what_would_keep_those_who_are_taken_from_being_handed_out(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    initials(&world).await;
    messaged(&world, campaign, &world.ann, 5 * DAY).await;
    // Where it is early in the morning of the next day.
    let far_east = messaged(&world, campaign, &world.ann, 5 * DAY).await;
    let auckland = world.zone("Pacific/Auckland").await;
    let there = format!("time_zone_id = {auckland}");
    world.change(far_east, there).await;
    let found = async || {
        let passes = &world.store;
        let preview = passes.preview_second_pass(&world.admin, campaign, days(3));
        preview.await.unwrap().diagnosis
    };
    let night = Diagnosis::OutsideHours { conversations: 1 };
    assert_eq!(found().await, std::slice::from_ref(&night));
    let today = "due_on = '2026-11-03'";
    world.change_campaign(campaign, today).await;
    let overdue = |conversations| Diagnosis::Overdue { conversations };
    assert_eq!(found().await, [overdue(1), night.clone()]);
    let paused = "due_on = '2026-11-02', paused_at = now()";
    world.change_campaign(campaign, paused).await;
    assert_eq!(
        found().await,
        [Diagnosis::CampaignPaused, overdue(2), night]
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn an_archived_campaign_and_one_of_another_organization_have_none(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let other = World::new(pool).await;
    let campaign = world.campaign().await;
    let id = messaged(&world, campaign, &world.ann, 5 * DAY).await;
    let start = |admin| world.store.start_second_pass(admin, campaign, days(0));
    assert_eq!(start(&other.admin).await, Err(AppError::NotFound));
    world.change_campaign(campaign, "archived_at = now()").await;
    assert!(start(&world.admin).await.unwrap().released_nothing());
    assert_eq!(status(&world, id).await, "messaged");
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_next_texter_sends_a_second_initial_message_once(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let again = "script = 'Hi {firstName}, once more'";
    world.change_campaign(campaign, again).await;
    initials(&world).await;
    let id = messaged(&world, campaign, &world.ann, 5 * DAY).await;
    let stale = PageState {
        lease_epoch: 0,
        last_text: None,
    };
    second_pass(&world, campaign).await;
    // A page from before the first message knows of no text, and would take it back.
    let first = |viewer, page: PageState, body: &str| {
        let store = world.store.clone();
        let body = body.to_owned();
        async move { store.send_first(viewer, id, page, body).await }
    };
    assert_eq!(
        first(&world.ann, stale, "Hi from an old page").await,
        Err(AppError::PageOutdated)
    );
    let outcome = world.store.create(&world.ann, world.general, 5).await;
    assert_eq!(outcome.unwrap().assigned(), 1);
    let view = world.store.open(&world.ann, id).await.unwrap();
    assert_eq!(view.first_text.as_deref(), Some("Hi Ada, once more"));
    assert_eq!(view.messages.len(), 1);
    let page = PageState {
        lease_epoch: view.lease_epoch,
        last_text: last_text(&world, id).await,
    };
    // The words may be those of the first message, and a second press sends nothing.
    for _ in 0..2 {
        first(&world.ann, page, "Hi Ada, once more").await.unwrap();
    }
    assert_eq!(
        first(&world.ann, page, "Other words").await,
        Err(AppError::PageOutdated)
    );
    assert_eq!(status(&world, id).await, "messaged");
    assert_eq!(world.count("select count(*) from message").await, 2);
    let next = world
        .store
        .next_on(&world.ann, campaign, PoolKind::Initials);
    assert_eq!(next.await.unwrap(), None);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn an_answer_and_a_stop_word_end_it(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let answers = messaged(&world, campaign, &world.ann, 5 * DAY).await;
    let stops = messaged(&world, campaign, &world.ann, 5 * DAY).await;
    let done = second_pass(&world, campaign).await;
    for (id, body) in [(answers, "Who is this?"), (stops, "Stop")] {
        let text = world.text_from(id, body).await;
        receive(&world.store, &text).await.unwrap();
    }
    assert_eq!(status(&world, answers).await, "needs_response");
    assert_eq!(status(&world, stops).await, "closed");
    let undone = world.store.undo(&world.admin, done.release).await.unwrap();
    assert_eq!((undone.conversations, undone.kept), (0, 2));
    assert_eq!(status(&world, answers).await, "needs_response");
}
