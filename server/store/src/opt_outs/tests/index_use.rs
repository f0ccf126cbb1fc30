//! Search and pages walk their indexes at a million opt-outs.

use crate::opt_outs::list::{BY_LAST_DIGITS, BY_NUMBER, EVERY};
use crate::testing::{World, noon};
use sqlx::{AssertSqlSafe, PgPool};

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn search_and_pages_walk_their_indexes_at_a_million(pool: PgPool) {
    let world = World::new(pool).await;
    let mut connection = world.store.pool.acquire().await.unwrap();
    for statement in [
        "set session_replication_role = replica".to_owned(),
        format!(
            "insert into opt_out (organization_id, cell, created_at)
             select {}, '+1' || (2010000000 + n::bigint * 7919), '2026-11-03 17:00Z'::timestamptz - n * interval '1 second'
               from generate_series(1, 1000000) n",
            world.organization
        ),
        "analyze opt_out".to_owned(),
        // What a statement that is asked often is planned by.
        "set plan_cache_mode = force_generic_plan".to_owned(),
    ] {
        sqlx::query(AssertSqlSafe(statement))
            .execute(&mut *connection)
            .await
            .unwrap();
    }
    for (statement, from, before, index, most) in [
        (EVERY, None, None, "opt_out_newest", 51.0),
        (BY_NUMBER, Some("+12010007919"), None, "opt_out_pkey", 1.0),
        (
            BY_LAST_DIGITS,
            Some("9197"),
            Some("9197:"),
            "opt_out_last_digits",
            200.0,
        ),
    ] {
        let explain = format!("explain (analyze, timing off) {statement}");
        let plan: Vec<String> = sqlx::query_scalar(AssertSqlSafe(explain))
            .bind(world.organization.0)
            .bind(noon() - chrono::TimeDelta::days(3))
            .bind("")
            .bind(51_i64)
            .bind(from)
            .bind(before)
            .fetch_all(&mut *connection)
            .await
            .unwrap();
        let scan = plan.iter().find(|line| line.contains(index));
        let scan = scan.unwrap_or_else(|| panic!("{index} is not in the plan: {plan:#?}"));
        assert!(
            !plan.iter().any(|line| line.contains("Seq Scan on opt_out")),
            "{plan:#?}"
        );
        let rows = scan.split("actual rows=").nth(1).unwrap();
        let rows: f64 = rows.split(' ').next().unwrap().parse().unwrap();
        assert!(rows <= most, "{rows}: {plan:#?}");
    }
}
