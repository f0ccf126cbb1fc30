//! With plans from when the pool was empty.

use super::read_rows;
use crate::requests::{by_segment, by_wait};
use crate::testing::{World, noon};
use sqlx::{AssertSqlSafe, PgPool};

#[sqlx::test(migrator = "crate::MIGRATOR")]
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
        ("by_wait", by_wait::CLAIM),
        ("replies_by_segment", by_segment::CLAIM.replies),
        ("initials_by_segment", by_segment::CLAIM.initials),
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
