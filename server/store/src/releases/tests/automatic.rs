//! Automatic release: what it takes, when, and what it writes.

use crate::campaigns::next_due;
use crate::releases::release_automatically;
use crate::testing::{Thread, World, noon};
use app::domain::{CampaignId, ConversationId};
use chrono::{DateTime, TimeDelta, Utc};
use sqlx::PgPool;

/// A campaign that releases by itself after an hour.
async fn automatic(world: &World) -> CampaignId {
    let campaign = world.campaign().await;
    world
        .change_campaign(campaign, "auto_release_minutes = 60")
        .await;
    campaign
}

/// When the campaign's next release is due, if it ever is; what is due already is due now.
async fn due(world: &World) -> Option<DateTime<Utc>> {
    let next = next_due(&world.store, 1).await.unwrap();
    let now = world.store.clock.pinned().unwrap();
    let in_time = |due_in| now + TimeDelta::from_std(due_in).unwrap();
    next.first().map(|next| in_time(next.due_in))
}

/// Releases, and says whether the conversation was taken. What is due must be what is taken.
async fn released(world: &World, campaign: CampaignId, conversation: ConversationId) -> bool {
    let due = due(world).await;
    let taken = release_automatically(&world.store, world.organization, campaign)
        .await
        .unwrap();
    let now = world.store.clock.pinned().unwrap();
    assert_eq!(due.is_some_and(|due| due <= now), taken > 0, "{due:?}");
    assert_eq!(world.holder(conversation).await.is_none(), taken == 1);
    taken == 1
}

/// Goes through a day by five minutes; the conversation must be taken at the minute that was named
/// beforehand.
async fn taken_at(
    world: &World,
    campaign: CampaignId,
    conversation: ConversationId,
) -> DateTime<Utc> {
    let clock = &world.store.clock;
    let start = clock.pinned().unwrap();
    let due = due(world).await.unwrap();
    for step in 0..600 {
        clock.set(start + TimeDelta::minutes(5 * step));
        if released(world, campaign, conversation).await {
            let now = clock.pinned().unwrap();
            assert!(
                due <= now && due > now - TimeDelta::minutes(5),
                "{due} {now}"
            );
            return due;
        }
    }
    panic!("never")
}

fn at(moment: &str) -> DateTime<Utc> {
    moment.parse().unwrap()
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn takes_what_is_due_to_the_microsecond_and_nothing_before(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = automatic(&world).await;
    let reply = world.reply(campaign, &world.ann, 60).await;
    world.store.clock.set(noon() - TimeDelta::microseconds(1));
    assert!(!released(&world, campaign, reply).await);
    assert_eq!(world.count("select count(*) from release").await, 0);
    world.store.clock.set(noon());
    assert!(released(&world, campaign, reply).await);
    assert_eq!(
        world
            .count(
                "select count(*) from release
                  where scope = 'automatic' and actor_id is null and group_id = id
                    and state = 'finished' and conversations = 1 and campaigns = 1 and expected = 1"
            )
            .await,
        1
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_clock_starts_anew_when_the_hours_open(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = automatic(&world).await;
    // Yesterday at 20:30 in New York, half an hour before the hours ended.
    world.store.clock.set(at("2026-11-03T01:31:00Z"));
    let evening = world
        .thread(campaign, Some(&world.ann), &Thread::waiting(15 * 60 + 30))
        .await;
    // Nine o'clock there, and an hour.
    assert_eq!(
        taken_at(&world, campaign, evening).await,
        at("2026-11-03T15:00:00Z")
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn nine_oclock_is_nine_oclock_on_days_on_which_clocks_change(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = automatic(&world).await;
    for (evening, due) in [
        // New York went to winter time on 1 November 2026 at two in the morning, to summer time on
        // 14 March 2027.
        ("2026-11-01T00:40:00Z", "2026-11-01T15:00:00Z"),
        ("2027-03-14T01:40:00Z", "2027-03-14T14:00:00Z"),
        ("2027-03-15T00:40:00Z", "2027-03-15T14:00:00Z"),
    ] {
        let reply = world.reply(campaign, &world.ann, 0).await;
        world
            .change(
                reply,
                format!("waiting_since = '{evening}', held_since = '{evening}'"),
            )
            .await;
        world.store.clock.set(at(evening));
        assert_eq!(
            taken_at(&world, campaign, reply).await,
            at(due),
            "{evening}"
        );
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn each_contacts_own_zone_opens_by_itself(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = automatic(&world).await;
    let chicago = world.zone("America/Chicago").await;
    world.store.clock.set(at("2026-11-03T03:30:00Z"));
    // Half past nine in the evening in Chicago.
    let reply = world.reply(campaign, &world.ann, 15 * 60).await;
    world
        .change(reply, format!("time_zone_id = {chicago}"))
        .await;
    assert_eq!(
        taken_at(&world, campaign, reply).await,
        at("2026-11-03T16:00:00Z")
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn hours_that_never_end_never_open(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = automatic(&world).await;
    world
        .change_campaign(campaign, "texting_from = '00:00', texting_until = '24:00'")
        .await;
    // 00:10 in New York: an answer of ten to twelve.
    world.store.clock.set(at("2026-11-03T05:10:00Z"));
    let reply = world.reply(campaign, &world.ann, 12 * 60 + 10).await;
    assert_eq!(
        taken_at(&world, campaign, reply).await,
        at("2026-11-03T05:50:00Z")
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn hours_that_are_shorter_than_the_interval_take_nothing_and_name_no_moment(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = automatic(&world).await;
    world
        .change_campaign(campaign, "texting_from = '11:30', texting_until = '12:30'")
        .await;
    let reply = world.reply(campaign, &world.ann, 300).await;
    let clock = &world.store.clock;
    for minutes in 0..30 {
        clock.set(noon() + TimeDelta::minutes(minutes));
        assert!(!released(&world, campaign, reply).await);
    }
    assert_eq!(due(&world).await, None);
    // A minute more is enough: the last one of the day.
    world
        .change_campaign(campaign, "texting_until = '12:31'")
        .await;
    clock.set(noon() + TimeDelta::minutes(30));
    assert!(released(&world, campaign, reply).await);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn composing_after_the_opening_protects_to_twice_the_interval_from_there(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = automatic(&world).await;
    world
        .change_campaign(campaign, "texting_from = '11:00'")
        .await;
    let reply = world.reply(campaign, &world.ann, 20 * 60).await;
    world
        .change(reply, "draft_edited_at = '2026-11-03 16:59Z'".into())
        .await;
    assert!(!released(&world, campaign, reply).await);
    world.store.clock.set(noon() + TimeDelta::minutes(1));
    assert!(released(&world, campaign, reply).await, "the grace is over");

    let reply = world.reply(campaign, &world.ann, 20 * 60).await;
    world.store.clock.set(at("2026-11-03T17:59:59Z"));
    world
        .change(reply, "draft_edited_at = '2026-11-03 17:59:30Z'".into())
        .await;
    assert!(!released(&world, campaign, reply).await);
    world.store.clock.set(at("2026-11-03T18:00:00Z"));
    assert!(
        released(&world, campaign, reply).await,
        "no grace past twice the interval"
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn is_paused_by_its_switches_and_by_the_campaigns(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = automatic(&world).await;
    let reply = world.reply(campaign, &world.ann, 300).await;
    for (pause, go_on) in [
        ("auto_assign = false", "auto_assign = true"),
        ("auto_release_minutes = null", "auto_release_minutes = 60"),
        ("archived_at = '2026-11-03 16:00Z'", "archived_at = null"),
        ("started_at = null", "started_at = '2026-11-01'"),
        ("paused_at = '2026-11-03 16:00Z'", "paused_at = null"),
    ] {
        world.change_campaign(campaign, pause).await;
        assert!(!released(&world, campaign, reply).await, "{pause}");
        world.change_campaign(campaign, go_on).await;
    }
    assert_eq!(world.count("select count(*) from release").await, 0);
    assert!(released(&world, campaign, reply).await);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_campaign_on_which_one_runs_is_left_to_it(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = automatic(&world).await;
    let (store, organization) = (&world.store, world.organization);
    world.reply(campaign, &world.ann, 300).await;
    let take = || release_automatically(store, organization, campaign);
    assert_eq!(take().await.unwrap(), 1);
    world.reply(campaign, &world.ann, 300).await;
    world
        .execute(
            "update release set state = 'running', finished_at = null, heartbeat_at = now()".into(),
        )
        .await;
    assert_eq!(take().await.unwrap(), 0);
    assert_eq!(world.count("select count(*) from release").await, 1);
    // A dead server's is no claim.
    world
        .execute("update release set heartbeat_at = now() - interval '16 seconds'".into())
        .await;
    assert_eq!(take().await.unwrap(), 1);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_campaign_that_another_server_is_at_is_not_waited_for(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = automatic(&world).await;
    let reply = world.reply(campaign, &world.ann, 300).await;
    let take = || release_automatically(&world.store, world.organization, campaign);
    let mut other = world.store.pool.begin().await.unwrap();
    sqlx::query("select from campaign where id = $1 for no key update")
        .bind(campaign.0)
        .execute(&mut *other)
        .await
        .unwrap();
    assert_eq!(take().await.unwrap(), 0);
    assert_eq!(world.holder(reply).await, Some(world.ann.member));
    other.rollback().await.unwrap();
    assert_eq!(take().await.unwrap(), 1);
}
