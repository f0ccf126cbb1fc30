//! What the program says when there is no database for it.

use std::ffi::OsStr;

use server_embedded::Cluster;
use sqlx::PgPool;

use crate::support::{Baton, data_dir};

/// Starts a server at this `DATABASE_URL`, and gives what it said when it had failed.
fn failure(database_url: &str) -> String {
    let data_dir = data_dir();
    let environment = [("DATABASE_URL", OsStr::new(database_url))];
    let mut baton = Baton::start_with(data_dir.path(), &["serve"], &environment);
    assert_eq!(baton.ended().code(), Some(1));
    baton.errors()
}

#[test]
fn a_closed_port_is_said_to_refuse_connections() {
    // Nobody listens on a port that was just free.
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = free.local_addr().unwrap().port();
    drop(free);
    let said = failure(&format!("postgres://baton@127.0.0.1:{port}/baton"));
    assert!(said.contains("Connection refused"), "{said}");
    assert!(said.contains("Check that it runs"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_newer_schema_and_a_database_that_only_reads_are_refused_in_words() {
    let cluster = Cluster::start_temporary(None).await.unwrap();
    let url = cluster.url().to_owned();
    let data_dir = data_dir();
    let environment = [("DATABASE_URL", OsStr::new(&url))];
    let mut migrating = Baton::start_with(data_dir.path(), &["migrate"], &environment);
    assert!(migrating.ended().success(), "{}", migrating.errors());
    let pool = PgPool::connect(&url).await.unwrap();
    sqlx::query(
        "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
         values (99990101, 'from the future', true, '', 0)",
    )
    .execute(&pool)
    .await
    .unwrap();
    let said = failure(&url);
    assert!(said.contains("newer than this program"), "{said}");
    assert!(said.contains("99990101"), "{said}");

    // As a standby does.
    sqlx::query("alter database baton set default_transaction_read_only = on")
        .execute(&pool)
        .await
        .unwrap();
    let said = failure(&url);
    assert!(said.contains("it is a standby or read-only"), "{said}");
}
