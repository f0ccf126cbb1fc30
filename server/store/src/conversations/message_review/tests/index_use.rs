//! Each walk is the walk of an index, whatever the planner thinks of the filters behind it.

use super::super::conditions::{BY_LAST_DIGITS, BY_NAME, BY_WORDS, FAILED};
use super::super::walks::{
    BY_CAMPAIGN, BY_MEMBER, BY_NOBODY, BY_NOBODY_AND_STATUS, BY_STATUS, EVERY, OF_FOUND,
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

/// The plan of a walk by its own filter alone, and with those of other tables.
async fn plan(world: &World, statement: &str, is_on: bool) -> String {
    let explain = AssertSqlSafe(format!("explain {statement}"));
    let campaign: i64 = sqlx::query_scalar("select min(id) from campaign")
        .fetch_one(&world.store.pool)
        .await
        .unwrap();
    let query = sqlx::query_scalar(explain)
        .bind(world.organization.0)
        .bind(None::<chrono::DateTime<chrono::Utc>>)
        .bind(None::<i32>)
        .bind(Some(30_000_i64))
        .bind(51_i64)
        .bind(Some(campaign).filter(|_| statement == BY_CAMPAIGN))
        .bind(Some(world.ann.member.0).filter(|_| statement == BY_MEMBER))
        .bind([BY_NOBODY, BY_NOBODY_AND_STATUS].contains(&statement))
        .bind(
            Some("needs_response")
                .filter(|_| [BY_STATUS, BY_NOBODY_AND_STATUS].contains(&statement)),
        )
        .bind(is_on.then_some(1_i64))
        .bind(false)
        .bind(is_on.then_some("'smith':*"))
        .bind(true)
        .bind(is_on.then_some("1000"))
        .bind(is_on.then_some("number"))
        .bind(is_on);
    let query = if statement == OF_FOUND {
        query.bind((1..2_000).collect::<Vec<i64>>())
    } else {
        query
    };
    let lines: Vec<String> = query.fetch_all(&world.store.pool).await.unwrap();
    lines.join("\n")
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn every_walk_is_that_of_its_index_with_and_without_the_other_filters(pool: PgPool) {
    let world = World::new(pool).await;
    many(&world).await;
    for (name, statement, indexes) in [
        ("every", EVERY, &["conversation_pkey"][..]),
        (
            "status",
            BY_STATUS,
            &["conversation_held_by_status", "conversation_unheld"],
        ),
        ("nobody", BY_NOBODY, &["conversation_unheld"]),
        (
            "nobody and status",
            BY_NOBODY_AND_STATUS,
            &["conversation_unheld"],
        ),
        ("member", BY_MEMBER, &["conversation_held_by_member"]),
        ("campaign", BY_CAMPAIGN, &["contact_by_campaign"]),
        ("found", OF_FOUND, &["conversation_pkey"]),
    ] {
        for is_on in [false, true] {
            let plan = plan(&world, statement, is_on).await;
            for index in indexes {
                assert!(plan.contains(index), "{name}, {is_on}: {index}\n{plan}");
            }
            assert!(!plan.contains("Seq Scan"), "{name}, {is_on}: {plan}");
        }
    }
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
        (BY_NAME, "'smith12':*", "contact_name_words"),
        (BY_WORDS, "number 1234", "message_words"),
        (FAILED, "", "outbox_failed"),
    ] {
        let plan = few(statement, text).await;
        assert!(plan.contains(index), "{index}\n{plan}");
    }
}
