//! What a texter turns to next, at a million conversations: it is asked for with every text.

use super::{a_million, assert_walks, read_rows};
use crate::conversations::{inbox, neighbours, next};
use crate::testing::{World, noon};
use sqlx::{AssertSqlSafe, PgPool};

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn it_reads_no_more_than_what_its_texter_holds_whether_hours_are_open_or_not(pool: PgPool) {
    let world = World::new(pool).await;
    a_million(&world).await;
    let mut connection = world.store.pool.acquire().await.unwrap();
    let first: i64 = sqlx::query_scalar("select min(id) from campaign")
        .fetch_one(&mut *connection)
        .await
        .unwrap();
    // Ben holds 500 initial messages on one campaign, and 200 replies on others.
    let (initials, ben) = (first + 1, world.ben.member);
    for statement in [
        format!(
            "update conversation set assigned_to = {ben} where campaign_id = {initials} and id % 2000 < 1000"
        ),
        format!("update conversation set assigned_to = {ben} where id % 4985 = 0"),
        "vacuum analyze conversation".to_owned(),
    ] {
        sqlx::query(AssertSqlSafe(statement))
            .execute(&mut *connection)
            .await
            .unwrap();
    }
    let held: i64 = sqlx::query_scalar(AssertSqlSafe(format!(
        "select count(*) from conversation where assigned_to = {ben}"
    )))
    .fetch_one(&mut *connection)
    .await
    .unwrap();
    assert_eq!(held, 700);
    // A plan that is kept takes each of the two who hold anything for one who holds half of it all: of one campaign that
    // makes no difference.
    let of_holder = ["conversation_holder", "conversation_by_holder"];
    let of_campaign = [
        "conversation_holder",
        "conversation_by_holder",
        "conversation_unsent_held",
        "conversation_held_wait",
    ];
    for hours in ["texting_until = '21:00'", "texting_until = '11:00'"] {
        let change = AssertSqlSafe(format!("update campaign set {hours}"));
        sqlx::query(change).execute(&mut *connection).await.unwrap();
        for mode in ["force_custom_plan", "force_generic_plan"] {
            sqlx::query(AssertSqlSafe(format!("set plan_cache_mode = {mode}")))
                .execute(&mut *connection)
                .await
                .unwrap();
            for (statement, campaign) in [(next::INITIAL, initials), (next::REPLY, first + 985)] {
                for at_any_hour in [false, true] {
                    let plan: Vec<(String,)> = sqlx::query_as(explain(statement))
                        .bind(world.organization.0)
                        .bind(Some(noon()))
                        .bind(ben.0)
                        .bind(campaign)
                        .bind(vec![1_i64, 2, 3])
                        .bind(at_any_hour)
                        .fetch_all(&mut *connection)
                        .await
                        .unwrap();
                    assert_walks(&plan, &of_campaign);
                    assert_rows(&plan, 505.0);
                }
            }
            let plan: Vec<(String,)> = sqlx::query_as(explain(neighbours::INITIALS))
                .bind(world.organization.0)
                .bind(Some(noon()))
                .bind(ben.0)
                .bind(100_000_i64)
                .bind(vec![1_i64, 2, 3])
                .bind(initials)
                .fetch_all(&mut *connection)
                .await
                .unwrap();
            assert_walks(&plan, &of_campaign);
            assert_rows(&plan, 1_010.0);
        }
        sqlx::query("set plan_cache_mode = force_custom_plan")
            .execute(&mut *connection)
            .await
            .unwrap();
        let plan: Vec<(String,)> = sqlx::query_as(explain(neighbours::REPLIES))
            .bind(world.organization.0)
            .bind(Some(noon()))
            .bind(ben.0)
            .bind(1_i64)
            .bind(vec![1_i64, 2, 3])
            .fetch_all(&mut *connection)
            .await
            .unwrap();
        assert_walks(&plan, &of_holder);
        assert_rows(&plan, 710.0);
        let plan: Vec<(String,)> = sqlx::query_as(explain(inbox::HELD))
            .bind(world.organization.0)
            .bind(Some(noon()))
            .bind(ben.0)
            .fetch_all(&mut *connection)
            .await
            .unwrap();
        assert_walks(&plan, &of_holder);
        assert_rows(&plan, 710.0);
    }
}

fn explain(statement: &str) -> AssertSqlSafe<String> {
    AssertSqlSafe(format!("explain (analyze, timing off) {statement}"))
}

fn assert_rows(plan: &[(String,)], most: f64) {
    let rows = read_rows(plan);
    assert!(rows <= most, "{rows} rows: {plan:#?}");
}
