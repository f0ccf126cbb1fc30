//! The content of the database, so that a new table is part of it without being named.

use server_store::testing::World;
use std::collections::BTreeMap;

/// A digest of each table's rows; with an organization, of the tables that say whose a row is, and of its rows alone.
pub async fn rows(world: &World, only: Option<i64>) -> BTreeMap<String, String> {
    let tables: Vec<String> = sqlx::query_scalar(
        "select c.oid::regclass::text
           from pg_class c
          where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace
            and ($1::bigint is null
                 or exists (select from pg_attribute a
                             where a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped))",
    )
    .bind(only)
    .fetch_all(&world.store.pool)
    .await
    .unwrap();
    assert!(tables.len() > 10, "{tables:?}");
    let mut rows = BTreeMap::new();
    for table in tables {
        let whose = match only {
            Some(organization) => format!("where organization_id = {organization}"),
            None => String::new(),
        };
        let query = format!(
            "select coalesce(md5(string_agg(t::text, ',' order by t::text)), '') from {table} t {whose}"
        );
        let digest = sqlx::query_scalar(sqlx::AssertSqlSafe(query))
            .fetch_one(&world.store.pool)
            .await
            .unwrap();
        rows.insert(table, digest);
    }
    rows
}
