use super::{add, contact};
use crate::contacts::{NewContact, import, imports, undo_import};
use crate::testing::World;
use app::domain::{CampaignId, ImportId};
use app::error::AppError;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use sqlx::PgPool;

async fn text(world: &World, campaign: CampaignId, cells: &[String]) {
    sqlx::query(
        "with texted as (
             update conversation cv set status = 'messaged'
               from contact co
              where co.campaign_id = $1 and co.cell = any($2) and cv.id = co.id
                and cv.organization_id = co.organization_id
             returning cv.organization_id, cv.id)
         insert into message (organization_id, conversation_id, direction, body, own_number, sent_by)
         select organization_id, id, 'outbound', 'Hi', '+12025550100', $3 from texted",
    )
    .bind(campaign.0)
    .bind(cells)
    .bind(world.ann.member.0)
    .execute(&world.store.pool)
    .await
    .unwrap();
}

/// What is on the campaign, by upload.
async fn left(world: &World, import: ImportId) -> i64 {
    sqlx::query_scalar("select count(*) from contact where import_id = $1")
        .bind(import.0)
        .fetch_one(&world.store.pool)
        .await
        .unwrap()
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn undoing_an_upload_removes_who_was_not_texted_and_nobody_else(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let (store, admin) = (&world.store, &world.admin);
    let cell = |number: usize| format!("+1213555{number:04}");
    let people = |range: std::ops::Range<usize>| -> Vec<_> {
        range
            .map(|number| contact("Ada", "Byron", &cell(number)))
            .collect()
    };
    let mut runner = TestRunner::deterministic();
    let sizes = (
        0..40_usize,
        0..40_usize,
        proptest::collection::vec(0..80_usize, 0..30),
    );
    let mut start = 0;
    for _ in 0..6 {
        let (one, other, texted) = sizes.new_tree(&mut runner).unwrap().current();
        let first = add(&world, campaign, &people(start..start + one), false)
            .await
            .unwrap();
        let second = people(start + one / 2..start + one + other);
        let second = add(&world, campaign, &second, false).await.unwrap();
        let cells: std::collections::BTreeSet<String> =
            texted.iter().map(|number| cell(start + number)).collect();
        let cells: Vec<String> = cells.into_iter().collect();
        text(&world, campaign, &cells).await;
        let before = left(&world, second).await;
        let undoable = import(store, admin, campaign, first).await.unwrap();
        assert_eq!(
            i64::from(undoable.removable + undoable.texted),
            left(&world, first).await
        );
        let removed = undo_import(store, admin, campaign, first).await.unwrap();
        assert_eq!(removed, u64::from(undoable.removable));
        assert_eq!(left(&world, first).await, i64::from(undoable.texted));
        assert_eq!(left(&world, second).await, before);
        // Again it changes nothing, and counts on.
        assert_eq!(undo_import(store, admin, campaign, first).await.unwrap(), 0);
        let undone = import(store, admin, campaign, first)
            .await
            .unwrap()
            .import
            .undone;
        assert_eq!(undone.map(u64::from), Some(removed));
        start += 100;
    }
    let events = "select count(*) from audit_event where action = 'import_undone'";
    assert_eq!(world.count(events).await, 6, "each was undone once");
    let (listed, next) = imports(store, admin, campaign, None).await.unwrap();
    assert_eq!(listed.len(), 10);
    let (rest, end) = imports(store, admin, campaign, next).await.unwrap();
    assert_eq!((rest.len(), end), (2, None));
    let other = world.campaign().await;
    let refused = undo_import(store, admin, other, listed[0].id).await;
    assert_eq!(AppError::from(refused.unwrap_err()), AppError::NotFound);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_list_is_replaced_as_long_as_nobody_was_texted(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world.change_campaign(campaign, "started_at = null").await;
    let ada = [contact("Ada", "Byron", "+12135550100")];
    let bo = [contact("Bo", "Peep", "+12135550101")];
    add(&world, campaign, &ada, false).await.unwrap();
    add(&world, campaign, &bo, true).await.unwrap();
    let names = async || -> Vec<String> {
        sqlx::query_scalar("select first_name from contact")
            .fetch_all(&world.store.pool)
            .await
            .unwrap()
    };
    assert_eq!(names().await, ["Bo"]);
    // Not by nobody, nor once it is launched.
    assert_eq!(add(&world, campaign, &[], true).await, None);
    assert_eq!(names().await, ["Bo"]);
    world.change_campaign(campaign, "started_at = now()").await;
    assert_eq!(add(&world, campaign, &ada, true).await, None);
    assert_eq!(names().await, ["Bo"]);
    world.change_campaign(campaign, "started_at = null").await;
    text(&world, campaign, &["+12135550101".to_owned()]).await;
    assert_eq!(add(&world, campaign, &ada, true).await, None);
    assert_eq!(world.count("select count(*) from contact").await, 1);
    // Added to, it can be.
    add(&world, campaign, &ada, false).await.unwrap();
    assert_eq!(world.count("select count(*) from contact").await, 2);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_batch_that_was_texted_meanwhile_is_not_the_end_of_an_undo(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    // One more than a batch has.
    let people: Vec<_> = (0..1_001)
        .map(|number| contact("Ada", "Byron", &format!("+1213555{number:04}")))
        .collect();
    let upload = add(&world, campaign, &people, false).await.unwrap();
    let mut first = world.store.pool.begin().await.unwrap();
    sqlx::query("select from conversation where campaign_id = $1 order by id limit 1 for update")
        .bind(campaign.0)
        .fetch_one(&mut *first)
        .await
        .unwrap();
    let undo = tokio::spawn({
        let (store, admin) = (world.store.clone(), world.admin.clone());
        async move { undo_import(&store, &admin, campaign, upload).await }
    });
    let waits = "select count(*) from pg_stat_activity
                  where datname = current_database() and wait_event_type = 'Lock'";
    while world.count(waits).await == 0 {
        tokio::task::yield_now().await;
    }
    // The messages alone: the rows say nothing of them.
    sqlx::query(
        "insert into message (organization_id, conversation_id, direction, body, own_number, sent_by)
         select organization_id, id, 'outbound', 'Hi', '+12025550100', $2
           from conversation where campaign_id = $1 order by id limit 1000",
    )
    .bind(campaign.0)
    .bind(world.ann.member.0)
    .execute(&mut *first)
    .await
    .unwrap();
    first.commit().await.unwrap();
    assert_eq!(undo.await.unwrap().unwrap(), 1);
    assert_eq!(left(&world, upload).await, 1_000);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn an_import_looks_for_late_opt_outs_among_its_own_contacts(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let people: Vec<_> = (0..5_000)
        .map(|number| contact("Ada", "Byron", &format!("+1213555{number:04}")))
        .collect();
    // How many rows were read; a session says so when it ends.
    let read = async || {
        world
            .count(
                "select (seq_tup_read + coalesce(idx_tup_fetch, 0))::bigint
                   from pg_stat_user_tables where relname = 'contact'",
            )
            .await
    };
    let added = async |people: &[NewContact]| {
        let before = read().await;
        add(&world, campaign, people, false).await.unwrap();
        while read().await == before {
            tokio::task::yield_now().await;
        }
        read().await - before
    };
    assert!(added(people.as_slice()).await >= 5_000);
    sqlx::query("analyze contact, conversation")
        .execute(&world.store.pool)
        .await
        .unwrap();
    let bo = vec![contact("Bo", "Peep", "+12145550100")];
    let one = added(bo.as_slice()).await;
    assert!(one < 1_000, "{one}");
}
