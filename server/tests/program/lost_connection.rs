//! A release whose connection to the database is ended in the middle.

use std::time::{Duration, Instant};

use crate::two_servers::{Server, TwoServers};

const REPLIES: i64 = 30_000;
const PATIENCE: Duration = Duration::from_secs(60);

#[tokio::test(flavor = "multi_thread")]
async fn a_release_goes_on_after_its_connections_were_ended_three_times() {
    let baton = TwoServers::start().await;
    let (admin, ann) = (baton.person("admin").await, baton.person("texter").await);
    baton.replies(Some(&ann), REPLIES).await;
    let release = baton
        .release_everywhere(Server::Second, &admin)
        .await
        .release;
    let state = |state: &str| {
        format!("select count(*) from release where id = {release} and state = '{state}'")
    };
    let begun = Instant::now();
    let mut ended = 0;
    while ended < 3 && baton.number(state("running")).await == 1 {
        // Whoever has this release's row locked, or is at its batch, at this moment.
        ended += baton
            .number(
                "select count(pg_terminate_backend(pid)) from pg_stat_activity
                  where datname = current_database() and pid <> pg_backend_pid()
                    and query like 'with released as (%' and state <> 'idle'"
                    .to_owned(),
            )
            .await;
        assert!(begun.elapsed() < PATIENCE, "no batch was met: {ended}");
    }
    assert!(ended > 0, "the release was too quick for this test");
    while baton.number(state("running")).await == 1 {
        assert!(begun.elapsed() < PATIENCE, "nobody finishes it");
        tokio::task::yield_now().await;
    }
    let counted = format!(
        "select conversations::bigint from release where id = {release} and state = 'finished'"
    );
    assert_eq!(baton.number(counted).await, REPLIES);
    let audit = format!(
        "select sum(cardinality(conversation_ids))::bigint from assignment_event where release_id = {release}"
    );
    assert_eq!(baton.number(audit).await, REPLIES);
}
