//! The list is read from its indexes, whatever the campaign's size.

use super::{add, contact};
use crate::contacts::list_sql::{ALL, SEARCHED};
use crate::testing::World;
use sqlx::{AssertSqlSafe, PgPool};

const PAGE: i64 = 51;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_beginnings_of_removed_contacts_are_found_by_their_key(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let people = [contact("Ada María", "Byron", "+12135550100")];
    add(&world, campaign, &people, false).await.unwrap();
    let beginnings = "select count(*) from contact_beginning";
    assert!(world.count(beginnings).await > 0);
    let mut transaction = world.store.pool.begin().await.unwrap();
    sqlx::query("delete from contact")
        .execute(&mut *transaction)
        .await
        .unwrap();
    let (in_full, by_index): (i64, i64) = sqlx::query_as(
        "select seq_scan, idx_scan from pg_stat_xact_user_tables where relname = 'contact_beginning'",
    )
    .fetch_one(&mut *transaction)
    .await
    .unwrap();
    transaction.commit().await.unwrap();
    assert_eq!(in_full, 0);
    assert!(by_index > 0);
    assert_eq!(world.count(beginnings).await, 0);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_page_of_contacts_walks_its_indexes(pool: PgPool) {
    let world = World::new(pool).await;
    let (campaign, organization) = (world.campaign().await, world.organization);
    // Its contacts are a part of all, of which there are as many with the same ends of numbers.
    let other = world.campaign().await;
    let mut connection = world.store.pool.acquire().await.unwrap();
    for statement in [
        format!(
            "insert into contact (organization_id, id, campaign_id, first_name, last_name, cell, external_id)
             select {organization}, 100000 + n, {campaign}, 'Ann' || n % 7 || case when n % 4 = 0 then ' Núñez' || n else '' end, 'Smith' || n, '+1213' || 5000000 + n, 'v' || n
               from generate_series(1, 20000) n"
        ),
        format!(
            "insert into contact (organization_id, id, campaign_id, first_name, last_name, cell, external_id)
             select {organization}, 200000 + n, {other}, 'Ann' || n % 7 || case when n % 4 = 0 then ' Núñez' || n else '' end, 'Smith' || n, '+1214' || 5000000 + n, 'w' || n
               from generate_series(1, 20000) n"
        ),
        format!(
            "insert into conversation (organization_id, id, campaign_id, status)
             select {organization}, 100000 + n, {campaign}, 'needs_message' from generate_series(1, 20000) n"
        ),
        "analyze contact, conversation, contact_beginning".to_owned(),
    ] {
        sqlx::query(AssertSqlSafe(statement))
            .execute(&mut *connection)
            .await
            .unwrap();
    }
    let end = |text: &str| format!("{text}{}", char::MAX);
    let all: Vec<(String,)> = sqlx::query_as(AssertSqlSafe(format!("explain (analyze) {ALL}")))
        .bind(organization.0)
        .bind(campaign.0)
        .bind(PAGE)
        .bind("smith15")
        .bind(1_i64)
        .bind(end(""))
        .fetch_all(&world.store.pool)
        .await
        .unwrap();
    assert_walks(&all, &["contact_by_last_name"]);
    let searched: Vec<(String,)> =
        sqlx::query_as(AssertSqlSafe(format!("explain (analyze) {SEARCHED}")))
            .bind(organization.0)
            .bind(campaign.0)
            .bind(PAGE)
            .bind("ann")
            .bind(0_i64)
            .bind(end("ann"))
            .bind("ann")
            .bind(0_i64)
            .bind("ann")
            .bind(0_i64)
            .bind("001")
            .bind(0_i64)
            .bind("ann")
            .bind(end("001"))
            .bind("ann")
            .bind(end("ann"))
            .bind("ann")
            .bind(0_i64)
            .bind("ann")
            .bind(end("ann"))
            .bind("001")
            .fetch_all(&world.store.pool)
            .await
            .unwrap();
    assert_walks(
        &searched,
        &[
            "contact_by_external_id",
            "contact_by_name",
            "contact_by_last_name",
            "contact_by_last_digits",
            "contact_beginning_pkey",
        ],
    );
}

fn assert_walks(plan: &[(String,)], indexes: &[&str]) {
    let lines: Vec<&str> = plan.iter().map(|(line,)| line.as_str()).collect();
    let plan = lines.join("\n");
    assert!(!plan.contains("Seq Scan on contact"), "{plan}");
    for index in indexes {
        assert!(
            plan.contains(&format!("using {index} on contact")),
            "{index}\n{plan}"
        );
    }
}
