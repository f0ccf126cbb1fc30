//! The next deadline of each campaign, against every reply's own.

use crate::campaigns::{NextDue, next_due};
use crate::testing::{World, noon};
use app::domain::{CampaignId, ConversationId, Viewer};
use app::ports::Conversations;
use chrono::TimeDelta;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use sqlx::PgPool;
use std::time::Duration;

/// A campaign on which automatic release is on, at half an hour.
async fn released_by_itself(world: &World) -> CampaignId {
    let campaign = world.campaign().await;
    world
        .change_campaign(campaign, "auto_release_minutes = 30")
        .await;
    campaign
}

async fn due_in(world: &World) -> Vec<(CampaignId, u64)> {
    let next = next_due(&world.store, 100).await.unwrap();
    next.into_iter()
        .map(|next: NextDue| (next.campaign, next.due_in.as_secs() / 60))
        .collect()
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_soonest_campaign_comes_first_and_what_is_overdue_is_due_now(pool: PgPool) {
    let world = World::new(pool).await;
    let (one, two, three) = (
        released_by_itself(&world).await,
        released_by_itself(&world).await,
        released_by_itself(&world).await,
    );
    world.reply(one, &world.ann, 10).await;
    world.reply(one, &world.ben, 5).await;
    world.reply(two, &world.ann, 300).await;
    world.pooled(three, 300).await;
    assert_eq!(due_in(&world).await, [(two, 0), (one, 20)]);
    let first = next_due(&world.store, 1).await.unwrap();
    assert_eq!(
        first,
        [NextDue {
            organization: world.organization,
            campaign: two,
            due_in: Duration::ZERO
        }]
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_is_never_released_automatically_has_no_deadline(pool: PgPool) {
    let world = World::new(pool).await;
    for (set, on_campaign) in [
        ("opted_out = true", false),
        ("escalated = true", false),
        ("status = 'convo'", false),
        ("assigned_to = null", false),
        ("started_at = null", true),
        ("archived_at = now()", true),
        ("paused_at = now()", true),
        ("auto_assign = false", true),
        ("auto_release_minutes = null", true),
        // Hours that are shorter than the interval.
        ("texting_from = '11:50', texting_until = '12:15'", true),
    ] {
        let campaign = released_by_itself(&world).await;
        let reply = world.reply(campaign, &world.ann, 300).await;
        assert_eq!(due_in(&world).await, [(campaign, 0)]);
        if on_campaign {
            world.change_campaign(campaign, set).await;
        } else {
            world.change(reply, set.into()).await;
        }
        assert_eq!(due_in(&world).await, [], "{set}");
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn outside_texting_hours_the_clock_starts_anew_at_their_opening(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = released_by_itself(&world).await;
    world.reply(campaign, &world.ann, 300).await;
    for (hours, minutes) in [
        ("texting_from = '11:50'", 20),
        ("texting_from = '12:10'", 40),
        (
            "texting_from = '09:00', texting_until = '11:00'",
            21 * 60 + 30,
        ),
        ("texting_from = '00:00', texting_until = '24:00'", 0),
    ] {
        world.change_campaign(campaign, hours).await;
        assert_eq!(due_in(&world).await, [(campaign, minutes)], "{hours}");
    }
    // They end before the half hour is over; it goes on tomorrow.
    let evening = released_by_itself(&world).await;
    world.reply(evening, &world.ann, 10).await;
    let until = "texting_from = '09:00', texting_until = '12:10'";
    world.change_campaign(evening, until).await;
    let tomorrow = (evening, 21 * 60 + 30);
    assert_eq!(due_in(&world).await, [(campaign, 0), tomorrow]);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_campaign_that_failed_is_not_due_before_it_is_tried_again(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = released_by_itself(&world).await;
    world.reply(campaign, &world.ann, 300).await;
    world
        .change_campaign(campaign, "auto_release_retry_at = '2026-11-03 17:03Z'")
        .await;
    assert_eq!(due_in(&world).await, [(campaign, 3)]);
}

/// How a random reply differs from one that is released soonest.
#[derive(Debug, Clone)]
struct Oddity {
    waiting: i64,
    zone: usize,
    typed: Option<i64>,
    escalated: bool,
}

fn oddity() -> impl Strategy<Value = Oddity> {
    (
        0i64..100,
        0usize..4,
        proptest::option::of(0i64..200),
        proptest::bool::weighted(0.2),
    )
        .prop_map(|(waiting, zone, typed, escalated)| Oddity {
            waiting,
            zone,
            typed,
            escalated,
        })
}

async fn make(world: &World, campaign: CampaignId, ann: &Viewer, odd: &Oddity) -> ConversationId {
    let zone = match odd.zone {
        0 => "null".to_owned(),
        // Noon, eleven o'clock, seven o'clock there: not all of them are open.
        zone => world
            .zone(["America/New_York", "America/Chicago", "Pacific/Honolulu"][zone - 1])
            .await
            .to_string(),
    };
    let typed = odd.typed.map_or("null".into(), |seconds| {
        format!("'{}'", noon() - TimeDelta::seconds(seconds))
    });
    let reply = world.reply(campaign, ann, odd.waiting).await;
    world
        .change(
            reply,
            format!(
                "time_zone_id = {zone}, draft_edited_at = {typed}, escalated = {}",
                odd.escalated
            ),
        )
        .await;
    reply
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn is_the_earliest_deadline_of_any_reply_and_the_same_that_its_texter_sees(pool: PgPool) {
    let world = World::new(pool).await;
    let mut runner = TestRunner::default();
    for _ in 0..25 {
        let campaign = released_by_itself(&world).await;
        let odds = proptest::collection::vec(oddity(), 1..12);
        let odds = odds.new_tree(&mut runner).unwrap().current();
        let mut earliest = None;
        for odd in &odds {
            let reply = make(&world, campaign, &world.ann, odd).await;
            let watch = world.store.watch(&world.ann, reply).await.unwrap();
            assert_eq!(watch.release_in.is_none(), odd.escalated, "{odd:?}");
            let seconds = watch.release_in.map(|age| age.0);
            earliest = [earliest, seconds].into_iter().flatten().min();
        }
        let next = next_due(&world.store, 100).await.unwrap();
        let seconds = next.iter().map(|next| next.due_in.as_secs()).min();
        assert_eq!(seconds, earliest.map(u64::from), "{odds:?}");
        world.change_campaign(campaign, "archived_at = now()").await;
    }
}
