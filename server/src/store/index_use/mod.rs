//! Release and hand-out walk their indexes at a million conversations, whatever the planner thinks of
//! small tables. Why there are these, and what each costs, is told in `conversation_indexes.md`.

use super::campaigns::next_due::NEXT_DUE;
use super::conversations::cards::CARDS;
use super::releases::{batch, preview, target::Target};
use super::requests::{by_place, by_wait};
use crate::testing::{World, noon};
use app::domain::{CampaignId, IdleInterval, PoolKind, ReleaseKind, ReleasePolicy};
use sqlx::{AssertSqlSafe, PgPool};

/// 1,000 campaigns of 1,000 conversations: one in five waits, one in five is unsent, one in fifty
/// is nobody's.
async fn a_million(world: &World) {
    let (zone, organization, ann) = (
        world.zone("America/New_York").await,
        world.organization,
        world.ann.member,
    );
    let mut connection = world.store.pool.acquire().await.unwrap();
    for statement in [
        // Contacts are in none of the plans, so they are not made, nor looked for.
        "set session_replication_role = replica".to_owned(),
        format!(
            "insert into campaign (organization_id, title, time_zone_id, started_at, auto_assign)
             select {organization}, 'Campaign ' || n, {zone}, '2026-11-01', true from generate_series(1, 1000) n"
        ),
        format!(
            "insert into conversation (organization_id, id, campaign_id, assigned_to, waiting_since, held_since, status)
             select {organization}, n, (select min(id) from campaign) + n % 1000,
                    case when n % 50 <> 0 then {ann} end,
                    '2026-11-03 17:00Z'::timestamptz - (n % 86400) * interval '1 second',
                    '2026-11-01',
                    case n % 5 when 0 then 'needs_response' when 1 then 'needs_message' else 'messaged' end::conversation_status
               from generate_series(1, 1000000) n"
        ),
        "analyze conversation, campaign, time_zone".to_owned(),
    ] {
        sqlx::query(AssertSqlSafe(statement)).execute(&mut *connection).await.unwrap();
    }
}

fn explain(statement: &str) -> AssertSqlSafe<String> {
    AssertSqlSafe(format!("explain {statement}"))
}

/// One of the indexes is walked, and the table itself is not.
fn assert_walks(plan: &[(String,)], indexes: &[&str]) {
    let plan: Vec<&str> = plan.iter().map(|(line,)| line.as_str()).collect();
    let plan = plan.join("\n");
    // With what follows the name, because one index's name may begin with another's.
    let walked = indexes.iter().any(|index| {
        plan.contains(&format!("using {index} on conversation"))
            || plan.contains(&format!("Bitmap Index Scan on {index} "))
    });
    assert!(walked, "{indexes:?} is not in the plan:\n{plan}");
    assert!(!plan.contains("Seq Scan on conversation"), "{plan}");
}

#[sqlx::test(migrations = "../migrations")]
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
                sqlx::query_as(explain(batch::statement(&target))),
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
                sqlx::query_as(explain(preview::tally_statement(&target))),
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
        (by_wait::STATEMENT, "conversation_pool_wait"),
        (
            by_place::statement(PoolKind::Replies),
            "conversation_pool_place",
        ),
        (
            by_place::statement(PoolKind::Initials),
            "conversation_initials_place",
        ),
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

/// How many rows of conversations a plan has read, by its own account of what it did.
fn read_rows(plan: &[(String,)]) -> f64 {
    let figure = |line: &str, name: &str| {
        let figure = line.split(name).nth(1).unwrap();
        let end = figure.find([' ', ')']).unwrap();
        figure[..end].parse::<f64>().unwrap()
    };
    let mut rows = 0.0;
    let mut scans = plan.iter().map(|(line,)| line.as_str()).peekable();
    while let Some(line) = scans.next() {
        if line.contains(" on conversation") && !line.contains("never executed") {
            let loops = figure(line, "loops=");
            rows += figure(line, "actual rows=") * loops;
            while let Some(detail) = scans.next_if(|line| !line.contains("->")) {
                if detail.contains("Rows Removed by") {
                    rows += figure(&format!("{detail} "), ": ") * loops;
                }
            }
        }
    }
    rows
}

#[sqlx::test(migrations = "../migrations")]
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

#[sqlx::test(migrations = "../migrations")]
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

#[sqlx::test(migrations = "../migrations")]
async fn a_request_reads_no_more_when_its_plan_is_from_when_the_pool_was_empty(pool: PgPool) {
    let world = World::new(pool).await;
    let restricted = world.campaign().await;
    world
        .change_campaign(restricted, "team_restricted = true")
        .await;
    let mut connection = world.store.pool.acquire().await.unwrap();
    let (zone, organization, ann) = (
        world.zone("America/New_York").await,
        world.organization,
        world.ann.member,
    );
    let insert = "insert into conversation
                         (organization_id, id, campaign_id, assigned_to, waiting_since, held_since, status)";
    let statements = [
        // Neither contacts nor the request are in the plans.
        "set session_replication_role = replica".to_owned(),
        format!(
            "insert into campaign (organization_id, title, time_zone_id, started_at, auto_assign)
             select {organization}, 'Campaign ' || n, {zone}, '2026-11-01', true from generate_series(1, 300) n"
        ),
        format!(
            "{insert} select {organization}, n, {restricted}, {ann}, '2026-11-03 12:00Z', '2026-11-01', 'needs_response'
               from generate_series(1, 3000) n"
        ),
        "analyze".to_owned(),
        // A team's replies have waited longest; behind them, of each campaign there are a hundred.
        format!(
            "{insert} select {organization}, 10000 + n, {restricted} + greatest(0, n - 900) % 301, null,
                    '2026-11-03 12:00Z'::timestamptz + n * interval '1 millisecond', null, 'needs_response'
               from generate_series(1, 30000) n"
        ),
        format!(
            "{insert} select {organization}, 50000 + n, {restricted} + n % 301, null, null, null, 'needs_message'
               from generate_series(1, 30000) n"
        ),
        "set plan_cache_mode = force_generic_plan".to_owned(),
    ];
    for statement in statements {
        sqlx::query(AssertSqlSafe(statement))
            .execute(&mut *connection)
            .await
            .unwrap();
    }
    for (name, statement) in [
        ("by_wait", by_wait::STATEMENT),
        ("replies_by_place", by_place::statement(PoolKind::Replies)),
        ("initials_by_place", by_place::statement(PoolKind::Initials)),
    ] {
        let types = "bigint, timestamptz, bigint, int, bigint, bigint, bigint, int";
        let execute = format!(
            "explain (analyze, timing off) execute {name}
                 ({organization}, '{}', {ann}, 25, {}, 1, {ann}, 1000)",
            noon(),
            world.general
        );
        sqlx::raw_sql(AssertSqlSafe(format!(
            "prepare {name} ({types}) as {statement}"
        )))
        .execute(&mut *connection)
        .await
        .unwrap();
        let plan: Vec<(String,)> = sqlx::query_as(AssertSqlSafe(execute))
            .fetch_all(&mut *connection)
            .await
            .unwrap();
        // 1,025 are looked at, the first of 300 campaigns each twice, and 25 locked and changed.
        let rows = read_rows(&plan);
        assert!((25.0..=3_000.0).contains(&rows), "{rows} rows: {plan:#?}");
        // What an index passes over itself, it does not count.
        let by_wait = plan
            .iter()
            .filter(|(line,)| line.contains("conversation_pool_wait"));
        assert_eq!(by_wait.count(), usize::from(name == "by_wait"), "{plan:#?}");
    }
}
