//! Every statement that is put together from fragments, in each of its modes, as PostgreSQL gets it: what a
//! change of a fragment changes is seen in `snapshots/`, and PostgreSQL plans each of them. And those that are checked
//! when they are compiled.

mod checked;
mod complete;
mod layout;
mod list;

use chrono::{DateTime, Utc};
use layout::lay_out;
use list::statements;
use sqlx::postgres::PgTypeInfo;
use sqlx::{AssertSqlSafe, Executor, PgPool, Postgres, SqlSafeStr, Type};
use std::collections::BTreeSet;
use std::path::Path;

#[test]
fn every_composed_statement_is_the_one_that_was_reviewed() {
    let settings = {
        let mut settings = insta::Settings::clone_current();
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings
    };
    settings.bind(|| {
        for (name, statement) in statements() {
            insta::assert_snapshot!(name, lay_out(statement));
        }
    });
}

#[test]
fn every_snapshot_belongs_to_a_statement() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tests/statements/snapshots");
    let kept: BTreeSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    let statements = statements();
    let named: BTreeSet<String> = statements
        .iter()
        .map(|(name, _)| format!("{name}.snap"))
        .collect();
    assert_eq!(named.len(), statements.len(), "two statements of one name");
    assert_eq!(kept, named);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn postgresql_understands_every_composed_statement(pool: PgPool) {
    let mut connection = pool.acquire().await.unwrap();
    for (name, statement) in statements() {
        let statement = AssertSqlSafe(statement).into_sql_str();
        if let Err(error) = connection
            .prepare_with(statement, &bound_types(&name))
            .await
        {
            panic!("{name}: {error}");
        }
    }
}

/// The types of the first parameters, where PostgreSQL cannot tell them from the statement: it may not read all that
/// [`Target::bind`](crate::releases::target::Target::bind) binds, or add two of them.
fn bound_types(name: &str) -> Vec<PgTypeInfo> {
    let id = <i64 as Type<Postgres>>::type_info();
    let moment = <DateTime<Utc> as Type<Postgres>>::type_info();
    let number = <i32 as Type<Postgres>>::type_info();
    let switch = <bool as Type<Postgres>>::type_info();
    let types: &[&PgTypeInfo] = if name.contains(".CLAIM") {
        &[&id, &moment, &id, &number, &id, &id, &id, &number]
    } else if name.starts_with("releases.") && name.split('.').count() == 4 {
        &[&id, &moment, &number, &switch, &switch, &switch, &id]
    } else {
        &[]
    };
    types.iter().copied().cloned().collect()
}
