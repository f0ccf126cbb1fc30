//! The rows that hang on the campaign, on its contacts' hours, and on what is being typed.

use super::{every_switch, four_hours, released, thread};
use crate::testing::{Thread, World};
use app::domain::{LeftOutReason, ReleaseOrder, ReleasePolicy};
use app::ports::{CampaignSetup, Releases};
use sqlx::PgPool;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn row_11_archived_and_draft_campaigns_are_left_alone(pool: PgPool) {
    let (world, campaign, conversation) = four_hours(pool).await;
    for closed in [
        "archived_at = '2026-11-03 16:00Z'",
        "archived_at = null, started_at = null",
    ] {
        world.change_campaign(campaign, closed).await;
        for policy in every_switch() {
            assert!(!released(&world, conversation, policy).await, "{closed}");
        }
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn row_11_so_are_paused_ones_and_a_pause_moves_no_clock(pool: PgPool) {
    let (world, campaign, conversation) = four_hours(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    store.pause(admin, campaign, true).await.unwrap();
    for policy in every_switch() {
        assert!(!released(&world, conversation, policy).await);
        let order = ReleaseOrder::Everywhere(policy);
        let preview = store.preview(admin, order).await.unwrap();
        assert_eq!(preview.left_out_for(LeftOutReason::CampaignPaused), 1);
    }
    store.resume(admin, campaign).await.unwrap();
    assert!(released(&world, conversation, ReleasePolicy::default()).await);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn row_12_team_restricted_campaigns_only_with_the_switch_on(pool: PgPool) {
    let (world, campaign, conversation) = four_hours(pool).await;
    world
        .change_campaign(campaign, "team_restricted = true")
        .await;
    assert!(!released(&world, conversation, ReleasePolicy::default()).await);
    let with_teams = ReleasePolicy {
        include_team_restricted: true,
        ..ReleasePolicy::default()
    };
    assert!(released(&world, conversation, with_teams).await);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn row_13_outside_texting_hours_only_with_the_switch_off(pool: PgPool) {
    let (world, campaign, conversation) = four_hours(pool).await;
    world
        .change_campaign(campaign, "texting_from = '13:00'")
        .await;
    assert!(!released(&world, conversation, ReleasePolicy::default()).await);
    let any_hour = ReleasePolicy {
        only_within_texting_hours: false,
        ..ReleasePolicy::default()
    };
    assert!(released(&world, conversation, any_hour).await);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn row_13_the_contacts_own_zone_counts_before_the_campaigns(pool: PgPool) {
    let (world, _, conversation) = four_hours(pool).await;
    // Noon in New York is seven in the morning in Honolulu.
    let honolulu = world.zone("Pacific/Honolulu").await;
    world
        .change(conversation, format!("time_zone_id = {honolulu}"))
        .await;
    assert!(!released(&world, conversation, ReleasePolicy::default()).await);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn row_13_hours_begin_on_the_minute_and_end_before_it(pool: PgPool) {
    let (world, campaign, conversation) = four_hours(pool).await;
    world
        .change_campaign(campaign, "texting_until = '12:00'")
        .await;
    assert!(!released(&world, conversation, ReleasePolicy::default()).await);
    world
        .change_campaign(campaign, "texting_from = '12:00', texting_until = '12:01'")
        .await;
    assert!(released(&world, conversation, ReleasePolicy::default()).await);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn row_13a_by_hand_it_does_not_matter_that_the_hours_opened_just_now(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world
        .change_campaign(campaign, "texting_from = '11:40'")
        .await;
    let yesterday_evening = world
        .thread(campaign, Some(&world.ann), &thread(1200, &[960]))
        .await;
    assert!(released(&world, yesterday_evening, ReleasePolicy::default()).await);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn row_14_auto_assign_off_is_left_out_and_reported_unless_included(pool: PgPool) {
    let (world, campaign, conversation) = four_hours(pool).await;
    world.change_campaign(campaign, "auto_assign = false").await;
    assert!(!released(&world, conversation, ReleasePolicy::default()).await);
    let preview = world
        .store
        .preview(
            &world.admin,
            ReleaseOrder::Everywhere(ReleasePolicy::default()),
        )
        .await
        .unwrap();
    assert_eq!(preview.left_out_for(LeftOutReason::AutoAssignOff), 1);
    let included = ReleasePolicy {
        include_auto_assign_off: true,
        ..ReleasePolicy::default()
    };
    assert!(released(&world, conversation, included).await);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn row_15_one_that_is_being_answered_is_left_alone_until_twice_the_interval(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let composing = Thread {
        drafted: Some(1),
        ..thread(180, &[70])
    };
    let conversation = world.thread(campaign, Some(&world.ann), &composing).await;
    assert!(!released(&world, conversation, ReleasePolicy::default()).await);
    let too_long = Thread {
        drafted: Some(1),
        ..thread(180, &[121])
    };
    let conversation = world.thread(campaign, Some(&world.ann), &too_long).await;
    assert!(released(&world, conversation, ReleasePolicy::default()).await);
}
