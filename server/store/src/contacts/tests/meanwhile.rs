//! What others do with a campaign while an import adds its contacts, which takes most of a minute for a large file.

use super::{add, add_staged, contact, stage};
use crate::contacts::{AddOutcome, Staging};
use crate::releases::release_automatically;
use crate::testing::World;
use crate::time_zones::time_zone;
use crate::{StoreError, opt_outs};
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

/// The replacement of a draft's contacts, and what is done while it has removed them and adds the others: it waits for
/// somebody who is being added with a cell of theirs, and is not in the end.
async fn while_replacing<T>(
    world: &World,
    draft: CampaignId,
    replacement: Staging,
    cell: &str,
    meanwhile: impl Future<Output = T>,
) -> (Result<AddOutcome, StoreError>, T) {
    let mut adding = world.store.pool.begin().await.unwrap();
    sqlx::query("insert into contact (organization_id, campaign_id, first_name, last_name, cell) values ($1, $2, '', '', $3)")
        .bind(world.organization.0)
        .bind(draft.0)
        .bind(cell)
        .execute(&mut *adding)
        .await
        .unwrap();
    let meanwhile = async {
        let waits = "select count(*) from pg_stat_activity
                      where datname = current_database() and wait_event_type = 'Lock' and wait_event = 'transactionid'";
        while world.count(waits).await == 0 {
            tokio::task::yield_now().await;
        }
        let done = meanwhile.await;
        adding.rollback().await.unwrap();
        done
    };
    tokio::join!(add_staged(world, draft, replacement, true), meanwhile)
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn an_opt_out_waits_for_no_contacts_that_are_being_replaced(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, organization) = (&world.store, world.organization);
    let draft = world.campaign().await;
    world.change_campaign(draft, "started_at = null").await;
    let [ada, bo] = [("Ada", "+12135550100"), ("Bo", "+12135550101")]
        .map(|(name, cell)| contact(name, "Byron", cell));
    add(&world, draft, std::slice::from_ref(&ada), false)
        .await
        .unwrap();
    let stop = async || {
        let mut tx = store.pool.begin().await.unwrap();
        sqlx::query("set local lock_timeout = '5s'")
            .execute(&mut *tx)
            .await
            .unwrap();
        let source = opt_outs::Source::Contact;
        opt_outs::record(&mut tx, &store.clock, organization, &ada.cell, source)
            .await
            .unwrap();
        tx.commit().await.unwrap();
    };
    // Ada is in the new list too.
    let replacement = stage(&world, &[bo, ada.clone()]).await;
    let (outcome, ()) = while_replacing(&world, draft, replacement, "+12135550101", stop()).await;
    let AddOutcome::Added(_, report) = outcome.unwrap() else {
        panic!("nothing was replaced");
    };
    assert_eq!((report.added, report.opted_out), (1, 1));
    let flagged = "select count(*) from conversation join contact using (organization_id, id)
                    where cell = '+12135550100' and opted_out";
    assert_eq!(world.count(flagged).await, 1);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn an_opt_out_holds_at_the_launch_of_who_stays_because_nobody_took_their_place(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, organization) = (&world.store, world.organization);
    let draft = world.campaign().await;
    world.change_campaign(draft, "started_at = null").await;
    let [ada, bo] = [("Ada", "+12135550100"), ("Bo", "+12135550101")]
        .map(|(name, cell)| contact(name, "Byron", cell));
    add(&world, draft, std::slice::from_ref(&ada), false)
        .await
        .unwrap();
    let meanwhile = async {
        let mut tx = store.pool.begin().await.unwrap();
        let source = opt_outs::Source::Contact;
        opt_outs::record(&mut tx, &store.clock, organization, &ada.cell, source)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        world
            .set_role(world.admin.member, Role::Supervolunteer)
            .await;
    };
    let replacement = stage(&world, &[bo]).await;
    let (outcome, ()) =
        while_replacing(&world, draft, replacement, "+12135550101", meanwhile).await;
    assert_eq!(AppError::from(outcome.unwrap_err()), AppError::NotAllowed);
    world
        .change_campaign(draft, "script = 'Hi {firstName}!'")
        .await;
    let any = SectionVersions::default();
    store
        .launch(&world.admin, draft, &any, false)
        .await
        .unwrap();
    let gone = "select count(*) from conversation join contact using (organization_id, id)
                 where cell = '+12135550100' and opted_out and status = 'closed'";
    assert_eq!(world.count(gone).await, 1);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn titles_and_zones_are_saved_while_contacts_in_these_zones_are_added(pool: PgPool) {
    let world = World::new(pool).await;
    world.campaign().await;
    // As an import holds the zone that its contacts refer to.
    let mut import = world.store.pool.begin().await.unwrap();
    sqlx::query("select from time_zone for key share")
        .execute(&mut *import)
        .await
        .unwrap();
    let numbers =
        "select coalesce(pg_sequence_last_value(pg_get_serial_sequence('time_zone', 'id')), 0)";
    let before = world.count(numbers).await;
    let used: Vec<String> = sqlx::query_scalar("select name from time_zone")
        .fetch_all(&world.store.pool)
        .await
        .unwrap();
    assert!(!used.is_empty());
    let mut connection = world.store.pool.acquire().await.unwrap();
    sqlx::query("set lock_timeout = '200ms'")
        .execute(&mut *connection)
        .await
        .unwrap();
    for name in used {
        assert!(time_zone(&mut connection, &name).await.unwrap().is_some());
    }
    assert_eq!(world.count(numbers).await, before, "each used up a number");
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
