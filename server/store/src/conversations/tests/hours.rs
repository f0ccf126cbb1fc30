//! Texting hours: what comes next can be sent now, and a page is told when that changes.

use crate::testing::{World, noon};
use app::domain::{CampaignId, ConversationId, PoolKind, ReplyCounts};
use app::ports::Conversations;
use chrono::TimeDelta;
use sqlx::PgPool;

/// A campaign that texts from ten: it is noon in New York, where it is open, and nine in Los Angeles, where it is closed.
async fn opens_at_ten(pool: PgPool) -> (World, CampaignId) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let hours = "texting_from = '10:00'";
    world.change_campaign(campaign, hours).await;
    (world, campaign)
}

/// The contact is in Los Angeles.
async fn in_los_angeles(world: &World, id: ConversationId) -> ConversationId {
    let zone = world.zone("America/Los_Angeles").await;
    world.change(id, format!("time_zone_id = {zone}")).await;
    id
}

async fn next_of(world: &World, id: ConversationId) -> Option<ConversationId> {
    let view = world.store.open(&world.ann, id).await.unwrap();
    view.next.map(|next| next.id)
}

async fn next_after(world: &World, id: ConversationId) -> Option<ConversationId> {
    world.store.next_after(&world.ann, id, &[]).await.unwrap()
}

async fn send(world: &World, id: ConversationId) {
    let sent = world.store.send(&world.ann, id, 0.into(), "Hi".into());
    sent.await.unwrap();
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_next_initial_message_is_one_that_can_be_sent(pool: PgPool) {
    let (world, campaign) = opens_at_ten(pool).await;
    let western = in_los_angeles(&world, world.unsent(campaign, &world.ann).await).await;
    let first = world.unsent(campaign, &world.ann).await;
    let second = world.unsent(campaign, &world.ann).await;
    let on_card = async || {
        let next = world
            .store
            .next_on(&world.ann, campaign, PoolKind::Initials);
        next.await.unwrap()
    };
    assert_eq!(on_card().await, Some(first));
    assert_eq!(next_of(&world, western).await, Some(first));
    assert_eq!(next_of(&world, second).await, None);
    let view = world.store.open(&world.ann, first).await.unwrap();
    assert_eq!(view.previous, None);
    // Of those whose texts are on their way none is next.
    let after = world.store.next_after(&world.ann, first, &[second]).await;
    assert_eq!(after, Ok(None));
    send(&world, first).await;
    assert_eq!(next_after(&world, first).await, Some(second));
    assert_eq!(next_of(&world, first).await, Some(second));
    send(&world, second).await;
    // The one that is left would be refused. Its card leads to it all the same, where that is said.
    assert_eq!(next_after(&world, second).await, None);
    assert_eq!(next_of(&world, second).await, None);
    assert_eq!(on_card().await, Some(western));
    world.store.clock.set(noon() + TimeDelta::hours(1));
    assert_eq!(next_after(&world, second).await, Some(western));
    assert_eq!(next_of(&world, second).await, Some(western));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_next_reply_is_one_that_can_be_answered(pool: PgPool) {
    let (world, campaign) = opens_at_ten(pool).await;
    let (store, ann) = (&world.store, &world.ann);
    let western = in_los_angeles(&world, world.reply(campaign, ann, 90).await).await;
    let first = world.reply(campaign, ann, 60).await;
    let second = world.reply(campaign, ann, 30).await;
    let listed = async || {
        let replies = store.inbox(ann, 0, 10).await.unwrap();
        let replies = replies.into_iter().map(|reply| (reply.id, reply.closed));
        replies.collect::<Vec<_>>()
    };
    let opens = "Outside texting hours until 10:00 AM, Los Angeles time".to_owned();
    let open = |id| (id, String::new());
    assert_eq!(
        listed().await,
        [open(first), open(second), (western, opens)]
    );
    let held = |all, open_now| {
        Ok(ReplyCounts {
            all,
            open_now,
            paused: 0,
        })
    };
    assert_eq!(store.held(ann).await, held(3, 2));
    let on_card = async || {
        store
            .next_on(ann, campaign, PoolKind::Replies)
            .await
            .unwrap()
    };
    assert_eq!(on_card().await, Some(first));
    assert_eq!(next_of(&world, first).await, Some(second));
    // After the last of them it begins again.
    assert_eq!(next_of(&world, second).await, Some(first));
    assert_eq!(next_of(&world, western).await, Some(first));
    let previous = async |id| store.open(ann, id).await.unwrap().previous;
    assert_eq!(previous(first).await, None);
    assert_eq!(previous(second).await, Some(first));
    assert_eq!(previous(western).await, Some(second));

    send(&world, first).await;
    assert_eq!(next_after(&world, first).await, Some(second));
    send(&world, second).await;
    assert_eq!(next_after(&world, second).await, None);
    assert_eq!(next_of(&world, second).await, None);
    assert_eq!(store.held(ann).await, held(1, 0));
    assert_eq!(on_card().await, Some(western));
    store.clock.set(noon() + TimeDelta::hours(1));
    assert_eq!(next_after(&world, second).await, Some(western));
    assert_eq!(listed().await, [open(western)]);
    assert_eq!(store.held(ann).await, held(1, 1));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn an_opened_page_knows_when_the_hours_end_and_open_and_hears_of_a_pause(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 30).await;
    // The version of the page, and in how many minutes it looks again.
    let watched = async || {
        let watch = world.store.watch(&world.ann, reply).await.unwrap();
        let page = world.store.open(&world.ann, reply).await.unwrap();
        assert_eq!(page.thread_version, watch.thread);
        assert_eq!(page.hours_refresh_in, watch.hours_refresh_in);
        let refresh_in = watch.hours_refresh_in.map(|age| {
            // Not before they have changed, and soon after it.
            assert!((1..=10).contains(&(age.0 % 60)), "{age:?}");
            age.minutes()
        });
        (watch.thread, refresh_in)
    };
    // Until nine in the evening, and from nine in the morning.
    let (open, refresh_in) = watched().await;
    assert_eq!(refresh_in, Some(9 * 60));
    world.store.clock.set(noon() + TimeDelta::minutes(539));
    assert_eq!(watched().await, (open, Some(1)));
    world.store.clock.set(noon() + TimeDelta::minutes(540));
    let (closed, refresh_in) = watched().await;
    assert_ne!(closed, open);
    assert_eq!(refresh_in, Some(12 * 60));
    world.store.clock.set(noon() + TimeDelta::hours(21));
    assert_eq!(watched().await, (open, Some(12 * 60)));
    // Another hour of the opening is news while they are closed, and a pause always.
    let later = "texting_from = '10:00'";
    world.change_campaign(campaign, later).await;
    let (opens_later, refresh_in) = watched().await;
    assert!(opens_later != open && opens_later != closed);
    assert_eq!(refresh_in, Some(60));
    let any_hour = "texting_from = '00:00', texting_until = '24:00'";
    world.change_campaign(campaign, any_hour).await;
    assert_eq!(watched().await, (open, None));
    world.change_campaign(campaign, "paused_at = now()").await;
    assert_ne!(watched().await.0, open);
}
