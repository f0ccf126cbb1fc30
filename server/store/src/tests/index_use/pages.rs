//! Pages of texters and of admins at a million conversations, with statistics of them.

use super::{a_million, assert_walks, read_rows};
use crate::campaigns::rows::ROWS;
use crate::campaigns::search;
use crate::conversations::{cards::CARDS, closed::CLOSED};
use crate::testing::{World, noon};
use app::domain::CampaignSort;
use sqlx::{AssertSqlSafe, PgPool};

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_texters_cards_read_what_they_hold_of_a_million(pool: PgPool) {
    let world = World::new(pool).await;
    a_million(&world).await;
    let mut connection = world.store.pool.acquire().await.unwrap();
    for statement in [
        format!(
            "update conversation set assigned_to = {} where id % 999 = 0",
            world.ben.member
        ),
        "vacuum analyze conversation".to_owned(),
    ] {
        sqlx::query(AssertSqlSafe(statement))
            .execute(&mut *connection)
            .await
            .unwrap();
    }
    let explain = format!("explain (analyze, timing off) {CARDS}");
    let plan: Vec<(String,)> = sqlx::query_as(AssertSqlSafe(explain))
        .bind(world.organization.0)
        .bind(Some(noon()))
        .bind(world.ben.member.0)
        .bind(0_i64)
        .bind(50_i64)
        .fetch_all(&mut *connection)
        .await
        .unwrap();
    assert_walks(&plan, &["conversation_holder"]);
    // Ben holds 1,001 on as many campaigns.
    let rows = read_rows(&plan);
    assert!((1001.0..=2002.0).contains(&rows), "{rows} rows: {plan:#?}");
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_page_of_closed_conversations_reads_that_page_of_a_million(pool: PgPool) {
    let world = World::new(pool).await;
    a_million(&world).await;
    let mut connection = world.store.pool.acquire().await.unwrap();
    for statement in [
        "set session_replication_role = replica",
        // Ann has closed 200,000.
        "update conversation set status = 'closed', waiting_since = null,
                held_since = '2026-11-03 17:00Z'::timestamptz - id * interval '1 second'
          where id % 5 = 2",
        // Only what is listed is looked for: the contacts of a page.
        "insert into contact (organization_id, id, campaign_id, first_name, last_name, cell)
         overriding system value
         select organization_id, id, campaign_id, 'Ada', 'Byron', '+1303' || (2000000 + id)
           from conversation where status = 'closed'",
        "vacuum analyze conversation",
        "analyze contact",
    ] {
        sqlx::query(statement)
            .execute(&mut *connection)
            .await
            .unwrap();
    }
    let first: i64 = sqlx::query_scalar("select min(id) from campaign")
        .fetch_one(&mut *connection)
        .await
        .unwrap();
    // The first page, one far down, and one of a campaign; by plans for these parameters and by those that are kept. A
    // campaign has 1,000 of them, which are read by whichever index is shorter.
    for (after, campaign, most) in [
        (None, None, 51.0),
        (Some(900_002_i64), None, 52.0),
        (None, Some(first + 2), 60_000.0),
    ] {
        for mode in ["force_custom_plan", "force_generic_plan"] {
            sqlx::query(AssertSqlSafe(format!("set plan_cache_mode = {mode}")))
                .execute(&mut *connection)
                .await
                .unwrap();
            let explain = format!("explain (analyze, timing off) {CLOSED}");
            let plan: Vec<(String,)> = sqlx::query_as(AssertSqlSafe(explain))
                .bind(world.organization.0)
                .bind(after)
                .bind(world.ann.member.0)
                .bind(51_i64)
                .bind(campaign)
                .fetch_all(&mut *connection)
                .await
                .unwrap();
            assert_walks(&plan, &["conversation_closed", "conversation_holder"]);
            let rows = read_rows(&plan);
            assert!(
                (51.0..=most).contains(&rows),
                "{mode}: {rows} rows: {plan:#?}"
            );
        }
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_campaigns_page_reads_a_few_entries_a_campaign_of_a_million(pool: PgPool) {
    let world = World::new(pool).await;
    a_million(&world).await;
    sqlx::query("vacuum analyze conversation")
        .execute(&world.store.pool)
        .await
        .unwrap();
    for sort in CampaignSort::ALL {
        for waits in [false, true] {
            // 200 campaigns have 180,000 replies that are held, and 20 of them 20,000 that nobody holds.
            let (index, most) = match sort {
                // Those in the pool, which lie there by zone, and a few looks for each campaign.
                CampaignSort::OldestWait => ("conversation_held_wait", 25_000.0),
                CampaignSort::MostUnhandled => ("conversation_held_wait", 200_000.0),
                CampaignSort::Newest | CampaignSort::DueDate if waits => {
                    ("conversation_pool_place", 2_000.0)
                }
                CampaignSort::Newest | CampaignSort::DueDate => ("", 0.0),
            };
            let explain = format!("explain (analyze, timing off) {}", search::statement(*sort));
            let plan: Vec<(String,)> = sqlx::query_as(AssertSqlSafe(explain))
                .bind(world.organization.0)
                .bind(Some(noon()))
                .bind("current")
                .bind("")
                .bind(false)
                .bind(None::<bool>)
                .bind(None::<bool>)
                .bind(waits)
                .bind(false)
                .bind(None::<i64>)
                .bind(None::<i64>)
                .bind(51_i64)
                .fetch_all(&world.store.pool)
                .await
                .unwrap();
            let rows = read_rows(&plan);
            assert!(rows <= most, "{sort:?}, {waits}: {rows} rows: {plan:#?}");
            let found = |name: &str| plan.iter().any(|(line,)| line.contains(name));
            assert!(found(index), "{sort:?}, {waits}: {plan:#?}");
            assert!(!found("Seq Scan on conversation"), "{plan:#?}");
            assert!(!found("conversation_pool_wait"), "{plan:#?}");
        }
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_page_of_campaigns_reads_a_few_rows_of_each_of_a_million(pool: PgPool) {
    let world = World::new(pool).await;
    a_million(&world).await;
    // Those that have a thousand replies each: held, and of every tenth in the pool.
    let campaigns: Vec<i64> = sqlx::query_scalar(
        "select id from campaign where (id - (select min(id) from campaign)) % 5 = 0 order by id limit 50",
    )
    .fetch_all(&world.store.pool)
    .await
    .unwrap();
    let explain = format!("explain (analyze, timing off) {ROWS}");
    let plan: Vec<(String,)> = sqlx::query_as(AssertSqlSafe(explain))
        .bind(world.organization.0)
        .bind(Some(noon()))
        .bind(campaigns)
        .fetch_all(&world.store.pool)
        .await
        .unwrap();
    assert_walks(&plan, &["conversation_due"]);
    assert_walks(&plan, &["conversation_pool_place"]);
    let rows = read_rows(&plan);
    assert!((25.0..=500.0).contains(&rows), "{rows} rows: {plan:#?}");
}
