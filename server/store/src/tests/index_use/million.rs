//! At a million conversations, with statistics of them.

use super::{a_million, assert_walks, explain, read_rows};
use crate::campaigns::next_due::NEXT_DUE;
use crate::campaigns::rows::ROWS;
use crate::campaigns::search;
use crate::conversations::{cards::CARDS, closed::CLOSED};
use crate::releases::{batch, preview, target::Target};
use crate::requests::{by_segment, by_wait};
use crate::testing::{World, noon};
use app::domain::{CampaignId, CampaignSort, IdleInterval, ReleaseKind, ReleasePolicy};
use sqlx::{AssertSqlSafe, PgPool};

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn release_preview_and_hand_out_walk_their_indexes_at_a_million(pool: PgPool) {
    let world = World::new(pool).await;
    a_million(&world).await;
    let store = &world.store;
    let policy = ReleasePolicy::default();
    let (first,): (i64,) = sqlx::query_as("select min(id) from campaign")
        .fetch_one(&store.pool)
        .await
        .unwrap();
    let campaigns: Vec<i64> = (first..first + 10).collect();

    let one = CampaignId(first);
    for (target, index) in [
        (Target::Everywhere(policy), ["conversation_held"].as_slice()),
        (
            Target::Campaign(one, ReleaseKind::Replies, policy),
            &["conversation_held"],
        ),
        (
            Target::Automatic(one, IdleInterval::ONE_HOUR),
            &["conversation_held"],
        ),
        (
            Target::Campaign(one, ReleaseKind::Unsent, policy),
            &["conversation_unsent_held"],
        ),
        // By campaign or by texter: both are narrow.
        (
            Target::Own(world.ann.member),
            &["conversation_held", "conversation_holder"],
        ),
    ] {
        let release = target
            .bind(
                sqlx::query_as(explain(batch::RELEASE.get(target.mode()))),
                world.organization,
                Some(noon()),
            )
            .bind(&campaigns)
            .bind(vec![None::<chrono::DateTime<chrono::Utc>>; 10])
            .bind(vec![None::<i64>; 10])
            .bind(vec![noon(); 10])
            .bind(vec![i64::MAX; 10])
            .bind(world.admin.member.0)
            .bind(1_i64)
            .bind(true)
            .fetch_all(&store.pool)
            .await
            .unwrap();
        assert_walks(&release, index);
        let tally = target
            .bind(
                sqlx::query_as(explain(preview::TALLY.get(target.mode()))),
                world.organization,
                Some(noon()),
            )
            .fetch_all(&store.pool)
            .await
            .unwrap();
        assert_walks(&tally, index);
        // Whose a texter's own are stands in the table only.
        let counted = tally
            .iter()
            .any(|(line,)| line.contains(&format!("Index Only Scan using {} ", index[0])));
        assert!(counted || matches!(target, Target::Own(_)), "{tally:#?}");
    }

    for (statement, index) in [
        (by_wait::CLAIM, "conversation_pool_wait"),
        (by_segment::CLAIM.replies, "conversation_pool_place"),
        (by_segment::CLAIM.initials, "conversation_initials_place"),
    ] {
        let hand_out = sqlx::query_as(explain(statement))
            .bind(world.organization.0)
            .bind(Some(noon()))
            .bind(world.ann.member.0)
            .bind(25)
            .bind(world.general.0)
            .bind(1_i64)
            .bind(world.ann.member.0)
            .bind(1_000)
            .fetch_all(&store.pool)
            .await
            .unwrap();
        assert_walks(&hand_out, &[index]);
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_engine_reads_a_few_rows_a_campaign_of_a_million(pool: PgPool) {
    let world = World::new(pool).await;
    a_million(&world).await;
    let denver = world.zone("America/Denver").await;
    for statement in [
        "update campaign set auto_release_minutes = 60".to_owned(),
        // The first of each campaign are escalated, and some are in a zone of their own.
        "update conversation set escalated = true where id % 86400 > 60000 and status = 'needs_response'"
            .to_owned(),
        format!("update conversation set time_zone_id = {denver} where id % 7 = 0 and status = 'needs_response'"),
    ] {
        world.execute(statement).await;
    }
    for statement in ["vacuum analyze conversation", "analyze campaign"] {
        sqlx::query(statement)
            .execute(&world.store.pool)
            .await
            .unwrap();
    }
    let explain = format!("explain (analyze, timing off) {NEXT_DUE}");
    let plan: Vec<(String,)> = sqlx::query_as(AssertSqlSafe(explain))
        .bind(None::<i64>)
        .bind(Some(noon()))
        .bind(None::<Vec<i64>>)
        .bind(100_i64)
        .fetch_all(&world.store.pool)
        .await
        .unwrap();
    assert_walks(&plan, &["conversation_due"]);
    for index in [
        "conversation_pool",
        "conversation_held",
        "conversation_holder",
    ] {
        let walked = plan.iter().any(|(line,)| line.contains(index));
        assert!(!walked, "{plan:#?}");
    }
    // 200 campaigns hold 196,000 replies, in two zones each: the first of each zone, and a step from each
    // zone to the next. The plan's averages are rounded.
    let rows = read_rows(&plan);
    assert!((300.0..=1600.0).contains(&rows), "{rows} rows: {plan:#?}");
}

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
