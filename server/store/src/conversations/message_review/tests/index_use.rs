//! Each walk reads as many entries of its index as it lists.

use super::super::conditions::{BY_LAST_DIGITS, BY_NAME, BY_WORDS, FAILED};
use super::super::walks::{
    BY_CAMPAIGN, BY_HOLDER, BY_HOLDER_AND_STATUS, BY_STATUS, EVERY, OF_FOUND,
};
use crate::testing::World;
use sqlx::{AssertSqlSafe, PgPool};

/// 40,000 conversations on 40 campaigns, each with a text that failed or not.
async fn many(world: &World) {
    let (zone, organization, ann) = (
        world.zone("America/New_York").await,
        world.organization,
        world.ann.member,
    );
    let mut connection = world.store.pool.acquire().await.unwrap();
    for statement in [
        "set session_replication_role = replica".to_owned(),
        format!(
            "insert into campaign (organization_id, title, time_zone_id, started_at)
             select {organization}, 'Campaign ' || n, {zone}, '2026-11-01' from generate_series(1, 40) n"
        ),
        format!(
            "insert into conversation (organization_id, id, campaign_id, assigned_to, waiting_since, held_since, status)
             select {organization}, n, (select min(id) from campaign) + n % 40, case when n % 3 = 0 then {ann} end,
                    '2026-11-03 17:00Z', '2026-11-01',
                    (enum_range(null::conversation_status))[1 + n % 5]
               from generate_series(1, 40000) n"
        ),
        format!(
            "insert into contact (organization_id, id, campaign_id, first_name, last_name, cell)
             select organization_id, id, campaign_id, 'Ann' || id % 700, 'Smith' || id, '+1303' || 5000000 + id
               from conversation where organization_id = {organization}"
        ),
        format!(
            "with written as (
                 insert into message (organization_id, conversation_id, direction, body, own_number)
                 select organization_id, id, 'outbound', 'Number ' || id, '+12025550100'
                   from conversation where organization_id = {organization}
                 returning id)
             insert into outbox (organization_id, message_id, state)
             select {organization}, id, case when id % 100 = 0 then 'failed' else 'sent' end::outbox_state from written"
        ),
        "set session_replication_role = default".to_owned(),
        "vacuum analyze conversation, contact, message, outbox".to_owned(),
    ] {
        sqlx::query(AssertSqlSafe(statement)).execute(&mut *connection).await.unwrap();
    }
}

/// How many each walk lists.
const CHUNK: i64 = 51;

/// What was done to list from the middle on, with `$4` and `$5` where a walk has them.
async fn walked(world: &World, statement: &str, id: Option<i64>, status: Option<&str>) -> String {
    let explain = AssertSqlSafe(format!(
        "explain (analyze, timing off, summary off) {statement}"
    ));
    let mut query = sqlx::query_scalar::<_, String>(explain)
        .bind(world.organization.0)
        .bind(Some(30_000_i64))
        .bind(CHUNK);
    if let Some(id) = id {
        query = query.bind(id);
    }
    if let Some(status) = status {
        query = query.bind(status.to_owned());
    }
    let lines = query.fetch_all(&world.store.pool).await.unwrap();
    lines.join("\n")
}

/// The plan of what holds the listed ones against all filters.
async fn held_against_filters(world: &World) -> String {
    let explain = AssertSqlSafe(format!("explain {OF_FOUND}"));
    let query = sqlx::query_scalar::<_, String>(explain)
        .bind(world.organization.0)
        .bind(None::<chrono::DateTime<chrono::Utc>>)
        .bind(None::<i32>)
        .bind(Some(30_000_i64))
        .bind(CHUNK)
        .bind(None::<i64>)
        .bind(None::<i64>)
        .bind(false)
        .bind(Some("needs_response"))
        .bind(Some(1_i64))
        .bind(false)
        .bind(Some("'smith':*"))
        .bind(true)
        .bind(Some("1000"))
        .bind(Some("number"))
        .bind(true)
        .bind((1..2_000).collect::<Vec<i64>>());
    let lines = query.fetch_all(&world.store.pool).await.unwrap();
    lines.join("\n")
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn every_walk_reads_as_many_entries_of_its_index_as_it_lists(pool: PgPool) {
    let world = World::new(pool).await;
    many(&world).await;
    let campaign: i64 = sqlx::query_scalar("select min(id) from campaign")
        .fetch_one(&world.store.pool)
        .await
        .unwrap();
    let ann = world.ann.member.0;
    let answer = Some("needs_response");
    let by_holder = "conversation_by_holder";
    for (statement, id, status, index) in [
        (EVERY, None, None, "conversation_pkey"),
        (BY_STATUS, None, answer, by_holder),
        (BY_STATUS, None, answer, "conversation_held_by_status"),
        (BY_HOLDER, Some(0), None, by_holder),
        (BY_HOLDER, Some(ann), None, by_holder),
        (BY_HOLDER_AND_STATUS, Some(0), answer, by_holder),
        (BY_HOLDER_AND_STATUS, Some(ann), answer, by_holder),
        (BY_CAMPAIGN, Some(campaign), None, "contact_by_campaign"),
    ] {
        let plan = walked(&world, statement, id, status).await;
        assert!(plan.contains(&format!("Backward using {index}")), "{plan}");
        assert!(!plan.contains("Seq Scan"), "{plan}");
        for (_, rows) in plan.match_indices("actual rows=").map(|(at, found)| {
            let rows = plan[at + found.len()..]
                .split(' ')
                .next()
                .unwrap_or_default();
            (at, rows.parse::<i64>().unwrap())
        }) {
            // Of five statuses, and not all that there are.
            assert!(rows <= 5 * CHUNK, "{plan}");
        }
    }
    let plan = held_against_filters(&world).await;
    assert!(plan.contains("conversation_pkey"), "{plan}");
    assert!(!plan.contains("Seq Scan"), "{plan}");
    let few = async |statement: &str, text: &str| {
        let explain = AssertSqlSafe(format!("explain {statement}"));
        let query = sqlx::query_scalar::<_, String>(explain).bind(world.organization.0);
        let query = if text.is_empty() {
            query
        } else {
            query.bind(text.to_owned())
        };
        let query = if statement == BY_LAST_DIGITS {
            query.bind("1000:")
        } else {
            query
        };
        query
            .bind(20_001_i64)
            .fetch_all(&world.store.pool)
            .await
            .unwrap()
            .join("\n")
    };
    for (statement, text, index) in [
        (BY_LAST_DIGITS, "1000", "contact_last_digits"),
        (BY_NAME, "'smith12':*", "contact_name_folded"),
        (BY_WORDS, "number 1234", "message_words_folded"),
        (BY_WORDS, "númber 1234", "message_words_folded"),
        (FAILED, "", "outbox_failed"),
    ] {
        let plan = few(statement, text).await;
        assert!(plan.contains(index), "{index}\n{plan}");
    }
}
