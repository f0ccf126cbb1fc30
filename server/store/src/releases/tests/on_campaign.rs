//! Releases on one campaign: the interval to the microsecond, unsent messages, and campaigns of another organization.

use crate::releases::release_automatically;
use crate::testing::{World, noon};
use app::domain::{CampaignId, ConversationId, IdleInterval, ReleaseKind, ReleaseOrder};
use app::ports::Releases;
use chrono::TimeDelta;
use sqlx::PgPool;

/// Orders with an interval of so many minutes, replies or unsent.
fn order(campaign: CampaignId, kind: ReleaseKind, minutes: u32) -> ReleaseOrder {
    let interval = IdleInterval::from_minutes(minutes).unwrap();
    ReleaseOrder::on_campaign(campaign, kind, interval, false)
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_interval_is_exact_to_the_microsecond_whatever_it_is(pool: PgPool) {
    let world = World::new(pool).await;
    // 1.5 and 0.75 hours among them.
    for minutes in [5, 45, 60, 90, 10_080] {
        for kind in [ReleaseKind::Replies, ReleaseKind::Unsent] {
            let campaign = world.campaign().await;
            let reply = world.reply(campaign, &world.ann, 20_000).await;
            let at = noon() - TimeDelta::minutes(minutes);
            let status = match kind {
                ReleaseKind::Replies => format!("waiting_since = '{at}', held_since = '{at}'"),
                ReleaseKind::Unsent
                | ReleaseKind::Held
                | ReleaseKind::SecondPass
                | ReleaseKind::Bulk => {
                    format!("status = 'needs_message', waiting_since = null, held_since = '{at}'")
                }
            };
            world.change(reply, status).await;
            let order = order(campaign, kind, minutes.try_into().unwrap());
            world.store.clock.set(noon() - TimeDelta::microseconds(1));
            let early = world.store.start(&world.admin, order).await.unwrap();
            assert_eq!(early.conversations, 0, "{minutes} {kind:?}");
            world.store.clock.set(noon());
            let due = world.store.start(&world.admin, order).await.unwrap();
            assert_eq!(due.conversations, 1, "{minutes} {kind:?}");
            assert_eq!(world.holder(reply).await, None);
        }
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn unsent_initials_are_released_as_they_are_and_replies_stay(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let reply = world.reply(campaign, &world.ann, 300).await;
    let mut initials: Vec<ConversationId> = Vec::new();
    for set in [
        "held_since = '2026-11-03 15:00Z'",
        "held_since = '2026-11-03 16:30Z'",
        "held_since = '2026-11-03 15:00Z', opted_out = true",
        "held_since = '2026-11-03 15:30Z', draft_edited_at = '2026-11-03 16:59Z'",
        "held_since = '2026-11-03 15:00Z', assigned_to = null",
    ] {
        let conversation = world.reply(campaign, &world.ann, 300).await;
        let set = format!("status = 'needs_message', waiting_since = null, {set}");
        world.change(conversation, set).await;
        initials.push(conversation);
    }
    let order = order(campaign, ReleaseKind::Unsent, 60);
    let preview = world.store.preview(&world.admin, order).await.unwrap();
    let done = world.store.start(&world.admin, order).await.unwrap();
    assert_eq!((preview.conversations, done.conversations), (1, 1));
    assert_eq!(done.kind, ReleaseKind::Unsent);
    assert_eq!(done.to_string(), "Released 1 unsent message on 1 campaign");
    assert_eq!(world.holder(initials[0]).await, None);
    assert_eq!(world.holder(reply).await, Some(world.ann.member));
    assert_eq!(
        world
            .count("select count(*) from conversation where status = 'needs_message'")
            .await,
        5
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn another_organizations_campaign_does_not_exist_and_nothing_is_written(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let campaign = world.campaign().await;
    world
        .change_campaign(campaign, "auto_release_minutes = 60")
        .await;
    let reply = world.reply(campaign, &world.ann, 300).await;
    let elsewhere = World::new(pool).await;
    let order = order(campaign, ReleaseKind::Replies, 60);
    let refused = Err(app::error::AppError::NotFound);
    let store = &elsewhere.store;
    assert_eq!(
        store.preview(&elsewhere.admin, order).await.map(|_| ()),
        refused
    );
    assert_eq!(
        store.start(&elsewhere.admin, order).await.map(|_| ()),
        refused
    );
    let taken = release_automatically(store, elsewhere.organization, campaign)
        .await
        .unwrap();
    assert_eq!(taken, 0);
    assert_eq!(world.holder(reply).await, Some(world.ann.member));
    assert_eq!(world.count("select count(*) from release").await, 0);
}
