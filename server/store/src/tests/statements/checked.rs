//! The statements that are checked when they are compiled: what `.sqlx` says of them is what PostgreSQL says.

use sqlx::{AssertSqlSafe, Executor, PgPool, SqlSafeStr};
use std::fs;
use std::path::{Path, PathBuf};

/// A statement as `.ci/describe-statements` keeps it.
#[derive(serde::Deserialize)]
struct Described {
    query: String,
    describe: serde_json::Value,
}

/// The root of the workspace.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().path()).collect()
}

fn described() -> Vec<(PathBuf, Described)> {
    let read = |file: PathBuf| {
        let text = fs::read(&file).unwrap();
        (file, serde_json::from_slice(&text).unwrap())
    };
    let files = entries(&root().join(".sqlx"));
    files.into_iter().map(read).collect()
}

/// The text of everything below a folder that ends in `.rs`.
fn sources(folder: &Path) -> String {
    let mut text = String::new();
    for path in entries(folder) {
        if path.is_dir() {
            text += &sources(&path);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            text += &fs::read_to_string(path).unwrap();
        }
    }
    text
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn every_description_is_what_postgresql_says(pool: PgPool) {
    let mut connection = pool.acquire().await.unwrap();
    for (file, Described { query, describe }) in described() {
        let joins = query.contains("join");
        let statement = AssertSqlSafe(query).into_sql_str();
        let now = connection.describe(statement).await;
        let now = now.unwrap_or_else(|error| panic!("{file:?}: {error}"));
        let now = serde_json::to_value(now).unwrap();
        for part in ["columns", "parameters", "nullable"] {
            // What a join can leave empty is guessed from a plan, which is not the same on every version; each such
            // column says `?` or `!`.
            if part == "nullable" && joins {
                continue;
            }
            assert_eq!(
                now[part], describe[part],
                "{file:?}: run .ci/describe-statements"
            );
        }
    }
}

#[test]
fn every_description_belongs_to_a_statement() {
    let sources = sources(&root().join("server"));
    let described = described();
    assert!(described.len() > 100, "{} were found", described.len());
    for (file, Described { query, .. }) in described {
        assert!(
            sources.contains(&query),
            "{file:?}: no statement reads so; run .ci/describe-statements"
        );
    }
}
