//! A release whose connection to the database is ended in the middle.

use std::time::{Duration, Instant};

use crate::support::Size;
use crate::two_servers::{Server, TwoServers};

const REPLIES: Size<i64> = Size {
    short: 30_000,
    long: 200_000,
};
const ENDED: Size<i64> = Size { short: 3, long: 10 };
/// After six losses it is left to whoever looks for abandoned releases, which takes 20 s.
const PATIENCE: Duration = Duration::from_secs(180);

#[tokio::test(flavor = "multi_thread")]
async fn a_release_goes_on_after_its_connections_were_ended_again_and_again() {
    let baton = TwoServers::start().await;
    let (admin, ann) = (baton.person("admin").await, baton.person("texter").await);
    let replies = REPLIES.chosen();
    baton.replies(Some(&ann), replies).await;
    // Whoever releases waits for this row, so that the batch is met however quick the machine is.
    let mut held = baton.pool.begin().await.unwrap();
    sqlx::query(
        "select from conversation
          where id = (select id from conversation order by id offset $1 limit 1) for update",
    )
    .bind(replies / 2)
    .execute(&mut *held)
    .await
    .unwrap();
    let release = baton
        .release_everywhere(Server::Second, &admin)
        .await
        .release;
    let state = |state: &str| {
        format!("select count(*) from release where id = {release} and state = '{state}'")
    };
    let begun = Instant::now();
    let mut ended = 0;
    while ended < ENDED.chosen() {
        ended += baton
            .number(
                "select count(pg_terminate_backend(pid)) from pg_stat_activity
                  where datname = current_database() and wait_event_type = 'Lock'
                    and query like 'with released as (%'"
                    .to_owned(),
            )
            .await;
        assert!(begun.elapsed() < PATIENCE, "no batch was met: {ended}");
        assert_eq!(baton.number(state("running")).await, 1, "it has given up");
    }
    held.rollback().await.unwrap();
    while baton.number(state("running")).await == 1 {
        assert!(begun.elapsed() < PATIENCE, "nobody finishes it");
        tokio::task::yield_now().await;
    }
    let counted = format!(
        "select conversations::bigint from release where id = {release} and state = 'finished'"
    );
    assert_eq!(baton.number(counted).await, replies);
    let audit = format!(
        "select sum(cardinality(conversation_ids))::bigint from assignment_event where release_id = {release}"
    );
    assert_eq!(baton.number(audit).await, replies);
}
