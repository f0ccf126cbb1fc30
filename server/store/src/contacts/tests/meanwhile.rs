//! What others do with a campaign while an import adds its contacts, which takes most of a minute for a large file.

use super::{add, add_staged, contact, stage};
use crate::contacts::AddOutcome;
use crate::opt_outs;
use crate::releases::release_automatically;
use crate::testing::World;
use app::domain::{CampaignId, Role};
use app::error::AppError;
use app::ports::{CampaignSetup, Campaigns, SectionSave, SectionVersions};
use sqlx::PgPool;

/// An import of two contacts, and what is done while it has added them and not committed: it waits for an opt-out that is
/// being recorded.
async fn while_adding<T>(
    world: &World,
    campaign: CampaignId,
    meanwhile: impl Future<Output = T>,
) -> (AddOutcome, T) {
    let people = [
        contact("Ada", "Byron", "+12135550100"),
        contact("Bo", "Peep", "+12135550101"),
    ];
    let staging = stage(world, &people).await;
    let mut opting_out = world.store.pool.begin().await.unwrap();
    let cell = "+12135550199".parse().unwrap();
    let (clock, organization) = (&world.store.clock, world.organization);
    let source = opt_outs::Source::Contact;
    opt_outs::record(&mut opting_out, clock, organization, &cell, source)
        .await
        .unwrap();
    let meanwhile = async {
        let waits = "select count(*) from pg_stat_activity
                      where datname = current_database() and wait_event_type = 'Lock' and wait_event = 'advisory'";
        while world.count(waits).await == 0 {
            tokio::task::yield_now().await;
        }
        let done = meanwhile.await;
        opting_out.commit().await.unwrap();
        done
    };
    let (outcome, done) = tokio::join!(add_staged(world, campaign, staging, false), meanwhile);
    (outcome.unwrap(), done)
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_campaign_releases_and_is_paused_and_saved_while_contacts_are_added(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world
        .change_campaign(campaign, "auto_release_minutes = 60")
        .await;
    let due = world.reply(campaign, &world.ann, 60).await;
    let (store, admin) = (&world.store, &world.admin);
    let meanwhile = async {
        let released = release_automatically(store, world.organization, campaign).await;
        assert_eq!(released.unwrap(), 1);
        assert_eq!(world.holder(due).await, None);
        store.pause(admin, campaign, true).await.unwrap();
        store.resume(admin, campaign).await.unwrap();
        let save = SectionSave {
            version: store
                .settings(admin, campaign)
                .await
                .unwrap()
                .versions
                .script,
            by_itself: false,
        };
        let saved = store.save_script(admin, campaign, &save, "Hi {firstName}!", None);
        saved.await.unwrap();
        store.find(admin, campaign).await.unwrap().contacts
    };
    let (outcome, contacts) = while_adding(&world, campaign, meanwhile).await;
    assert!(matches!(outcome, AddOutcome::Added(..)), "{outcome:?}");
    assert_eq!(contacts, 1, "what is not committed was counted");
    assert_eq!(store.find(admin, campaign).await.unwrap().contacts, 3);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_draft_is_not_launched_with_contacts_that_are_being_added(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let (store, admin) = (&world.store, &world.admin);
    world
        .change_campaign(campaign, "started_at = null, script = 'Hi {firstName}!'")
        .await;
    let any = SectionVersions::default();
    let launch = async || store.launch(admin, campaign, &any, false).await;
    let (outcome, launched) = while_adding(&world, campaign, launch()).await;
    assert!(matches!(outcome, AddOutcome::Added(..)), "{outcome:?}");
    let refused = launched.unwrap_err().to_string();
    assert!(refused.contains("It still needs contacts"), "{refused}");
    launch().await.unwrap();
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_is_archived_meanwhile_gets_no_contacts(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let archive = world.store.archive(&world.admin, campaign, true);
    let (outcome, archived) = while_adding(&world, campaign, archive).await;
    archived.unwrap();
    assert!(matches!(outcome, AddOutcome::Archived), "{outcome:?}");
    assert_eq!(world.count("select count(*) from contact").await, 0);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn of_two_imports_of_the_same_people_the_second_waits_and_finds_duplicates(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    // In opposite orders, in which each would wait for a cell of the other's.
    const PEOPLE: u32 = 500;
    let mut people: Vec<_> = (0..PEOPLE)
        .map(|number| contact("Ada", "Byron", &format!("+1213555{number:04}")))
        .collect();
    let one = stage(&world, &people).await;
    people.reverse();
    let staging = [one, stage(&world, &people).await];
    let [one, other] = staging.map(|staging| add_staged(&world, campaign, staging, false));
    let (one, other) = tokio::join!(one, other);
    let mut added = Vec::new();
    for outcome in [one, other] {
        match outcome.unwrap() {
            AddOutcome::Added(_, report) => added.push((report.added, report.duplicates)),
            outcome => panic!("{outcome:?}"),
        }
    }
    added.sort_unstable();
    assert_eq!(added, [(0, PEOPLE), (PEOPLE, 0)]);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn whoever_is_no_admin_any_more_adds_nobody(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let staging = stage(&world, &[contact("Ada", "Byron", "+12135550100")]).await;
    world
        .set_role(world.admin.member, Role::Supervolunteer)
        .await;
    let refused = add_staged(&world, campaign, staging, false).await;
    assert_eq!(AppError::from(refused.unwrap_err()), AppError::NotAllowed);
    assert_eq!(world.count("select count(*) from contact").await, 0);
    world.set_role(world.admin.member, Role::Admin).await;
    let ada = [contact("Ada", "Byron", "+12135550100")];
    assert!(add(&world, campaign, &ada, false).await.is_some());
}
