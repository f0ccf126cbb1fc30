//! Creating a campaign, and its title, hours and zone, on a real database.

use super::{current, written};
use crate::campaign_setup::NewCampaign;
use crate::campaign_setup::create;
use crate::testing::World;
use app::domain::CampaignState;
use app::error::AppError;
use app::ports::{CampaignBasics, CampaignSection, CampaignSetup};
use sqlx::PgPool;

fn basics(title: &str, zone: &str) -> CampaignBasics {
    CampaignBasics {
        description: "Who has not voted yet.".into(),
        title: title.into(),
        texting_from: "10:00".parse().unwrap(),
        texting_until: "24:00".parse().unwrap(),
        time_zone: zone.into(),
    }
}

fn field(refused: Result<impl std::fmt::Debug, AppError>, name: &str) -> bool {
    matches!(refused, Err(AppError::Fields(errors)) if errors.of(name).is_some())
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_campaign_begins_as_a_draft_that_says_what_it_lacks(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let new = basics(" Town hall ", "america/chicago");
    let campaign = CampaignSetup::create(store, admin, &new, None).await;
    let campaign = campaign.unwrap();
    let settings = store.settings(admin, campaign).await.unwrap();
    assert_eq!(settings.basics, basics("Town hall", "America/Chicago"));
    assert_eq!(settings.state, CampaignState::Draft);
    assert!(!settings.checks.has_contacts && !settings.checks.has_script);
    let unknown = basics("Town hall", "Mars/Olympus");
    let refused = CampaignSetup::create(store, admin, &unknown, None).await;
    assert!(field(refused, "time_zone"));
    assert_eq!(world.count("select count(*) from campaign").await, 1);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn two_presses_make_one_draft_and_another_title_zone_or_form_another(pool: PgPool) {
    let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
    let hall = basics("Town hall", "America/Chicago");
    let pier = basics("Pier", "America/Chicago");
    let elsewhere = basics("Town hall", "America/Denver");
    let key = world.store.create_key();
    let made = async |world: &World, basics: &CampaignBasics, key| {
        CampaignSetup::create(&world.store, &world.admin, basics, Some(key)).await
    };
    let (one, two) = tokio::join!(made(&world, &hall, key), made(&world, &hall, key));
    assert!(one.is_ok());
    assert_eq!(one, two);
    assert_eq!(made(&world, &hall, key).await, one);
    let events = "select count(*) from audit_event where action = 'campaign_created'";
    assert_eq!(world.count(events).await, 1);
    // What was typed instead is not lost.
    assert_ne!(made(&world, &pier, key).await, one);
    assert_ne!(made(&world, &elsewhere, key).await, one);
    let next = world.store.create_key();
    assert_ne!(made(&world, &hall, next).await, one);
    assert_eq!(world.count("select count(*) from campaign").await, 4);
    made(&other, &hall, key).await.unwrap();
    assert_eq!(world.count("select count(*) from campaign").await, 5);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_is_not_said_is_as_the_organizations_settings_say(pool: PgPool) {
    let world = World::new(pool).await;
    // Its zone is one that the organization can choose.
    world.campaign().await;
    let new = NewCampaign {
        title: "Town hall".into(),
        ..NewCampaign::default()
    };
    let refused = create(&world.store, world.admin.actor(), &new).await;
    assert!(field(refused.map_err(AppError::from), "time_zone"));
    world
        .change_settings(|settings| {
            settings.texting_from = "11:00".parse().unwrap();
            settings.texting_until = "20:00".parse().unwrap();
            settings.time_zone = Some("America/New_York".into());
        })
        .await;
    let made = create(&world.store, world.admin.actor(), &new)
        .await
        .unwrap();
    let settings = world.store.settings(&world.admin, made).await.unwrap();
    assert_eq!(settings.hours, "11:00 AM to 8:00 PM, America/New_York");
    let never = NewCampaign {
        texting_until: Some("10:00".parse().unwrap()),
        ..new
    };
    let refused = create(&world.store, world.admin.actor(), &never).await;
    assert!(field(refused.map_err(AppError::from), "texting_until"));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn of_two_admins_who_edit_the_hours_the_second_is_told(pool: PgPool) {
    let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
    let (store, admin) = (&world.store, &world.admin);
    let owner = world.owner.clone();
    let campaign = world.campaign().await;
    let (one, two) = (
        basics("One", "America/Denver"),
        basics("Two", "America/Denver"),
    );
    let save = current(&world, campaign, CampaignSection::Basics).await;
    let (first, second) = tokio::join!(
        store.save_basics(admin, campaign, &save, &one),
        store.save_basics(&owner, campaign, &save, &two),
    );
    assert_eq!(usize::from(first.is_ok()) + usize::from(second.is_ok()), 1);
    assert_eq!(first.and(second), Err(AppError::SavedMeanwhile));
    let before = written(&world, campaign).await;
    let unknown = basics("Three", "Mars/Olympus");
    assert!(field(
        store.save_basics(admin, campaign, &save, &unknown).await,
        "time_zone"
    ));
    let theirs = other
        .store
        .save_basics(&other.admin, campaign, &save, &one)
        .await;
    assert_eq!(theirs, Err(AppError::NotFound));
    assert_eq!(written(&world, campaign).await, before);
}
