//! A server that dies in the middle of a large release.

use std::time::{Duration, Instant};

use crate::two_servers::{Server, TwoServers};

const REPLIES: i64 = 200_000;
/// A release counts as left after fifteen seconds of silence, and is looked for as often.
const TIMEOUT: Duration = Duration::from_secs(120);

#[tokio::test(flavor = "multi_thread")]
async fn what_a_killed_server_began_another_one_finishes_and_it_all_adds_up() {
    let mut baton = TwoServers::start().await;
    let (admin, ann) = (baton.member("admin").await, baton.member("texter").await);
    baton.replies(Some(&ann), REPLIES).await;
    let release = baton
        .release_everywhere(Server::Second, &admin)
        .await
        .release;
    let moved = format!("select conversations::bigint from release where id = {release}");
    while baton.number(moved.clone()).await == 0 {
        tokio::task::yield_now().await;
    }
    baton.second.kill();
    let left = baton.number(moved).await;
    assert!(left > 0 && left < REPLIES, "it was killed at {left}");

    let running =
        format!("select count(*) from release where id = {release} and state = 'running'");
    assert_eq!(baton.number(running.clone()).await, 1);
    let begun = Instant::now();
    while baton.number(running.clone()).await == 1 {
        assert!(begun.elapsed() < TIMEOUT, "nobody finishes it");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    for (what, query) in [
        (
            "in the history",
            format!(
                "select conversations::bigint from release where id = {release} and state = 'finished'"
            ),
        ),
        (
            "in the audit",
            format!(
                "select count(*) from assignment_event e, unnest(e.conversation_ids)
                  where e.release_id = {release}"
            ),
        ),
        (
            "in the audit, each once",
            format!(
                "select count(distinct lost) from assignment_event e, unnest(e.conversation_ids) lost
                  where e.release_id = {release}"
            ),
        ),
        (
            "in the pool",
            format!(
                "select count(*) from conversation
                  where organization_id = {} and assigned_to is null and status = 'needs_response'
                    and released_from = {}",
                baton.organization, ann.id
            ),
        ),
        (
            "in the notices of those who lost them",
            format!(
                "select conversations::bigint from release_notice
                  where release_id = {release} and member_id = {}",
                ann.id
            ),
        ),
    ] {
        assert_eq!(baton.number(query).await, REPLIES, "{what}");
    }
}
