//! A server that is stopped (SIGSTOP) in the middle of a batch, and wakes up while another one finishes its release.
#![expect(
    clippy::unwrap_used,
    reason = "it is part of tests, though not of test functions"
)]

use std::time::{Duration, Instant};

use app::error::AppError;
use futures::future::join_all;
use nix::sys::signal::Signal;
use server_embedded::Cluster;

use crate::support::Size;
use crate::two_servers::{Member, Server, TwoServers};

/// Those of the texter who sends and looks at her pages meanwhile.
const HER_REPLIES: i64 = 100_000;
/// Those of somebody else.
const OTHER_REPLIES: Size<i64> = Size {
    short: 1_000,
    long: 900_000,
};
const SENDS: i64 = 40;
/// A send waits a second for a turn and one and a half for the row at most; the machine does other things besides.
const MAX_SEND_TIME: Duration = Duration::from_secs(5);
/// A page that needs no lock answers as ever, on a machine that does other things besides: within this, or within a few
/// times what it took before.
const MAX_PAGE_TIME: Duration = Duration::from_secs(2);
const MAX_PAGE_TIMES: u32 = 4;
const TIMEOUT: Duration = Duration::from_secs(180);

/// Stops the second server while it holds a batch's rows, and gives some of these that belong to `texter`.
async fn stop_inside_a_batch(baton: &TwoServers, texter: &Member) -> Vec<i64> {
    let locked = "with free as (
             select id from conversation where assigned_to = $2 for update skip locked)
         select id from conversation left join free using (id)
          where assigned_to = $2 and free.id is null
          order by id limit $1";
    let begun = Instant::now();
    loop {
        assert!(begun.elapsed() < TIMEOUT, "it was never inside a batch");
        baton.second.signal(Signal::SIGSTOP);
        // A statement that was under way comes to its end; then its transaction stands idle.
        let mut running = 1;
        while running > 0 {
            running = baton
                .number(
                    "select count(*) from pg_stat_activity
                      where datname = current_database() and state = 'active' and pid <> pg_backend_pid()
                        and query like 'with released as (%'"
                        .to_owned(),
                )
                .await;
        }
        let held: Vec<i64> = sqlx::query_scalar(locked)
            .bind(SENDS)
            .bind(texter.id)
            .fetch_all(&baton.pool)
            .await
            .unwrap();
        if held.len() == usize::try_from(SENDS).unwrap() {
            return held;
        }
        baton.second.signal(Signal::SIGCONT);
        tokio::task::yield_now().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_paused_server_holds_up_nobody_and_another_one_finishes_its_release() {
    let cluster = Cluster::start_temporary(None).await.unwrap();
    let url = cluster.url().to_owned();
    let baton = TwoServers::on(cluster, [&url, &url]).await;
    let (admin, ann) = (baton.member("admin").await, baton.member("texter").await);
    let replies = HER_REPLIES + OTHER_REPLIES.chosen();
    // Hers have waited a little longer, so that they are released first.
    baton.replies(Some(&ann), HER_REPLIES).await;
    baton
        .replies(Some(&baton.member("texter").await), OTHER_REPLIES.chosen())
        .await;
    let begun = Instant::now();
    baton.get(Server::First, "/texts", Some(&ann)).await;
    let max_page_time = MAX_PAGE_TIME.max(begun.elapsed() * MAX_PAGE_TIMES);
    let release = baton
        .release_everywhere(Server::Second, &admin)
        .await
        .release;
    let held = stop_inside_a_batch(&baton, &ann).await;

    let sends = join_all(held.iter().map(|conversation| async {
        let begun = Instant::now();
        (baton.send_text(&ann, *conversation).await, begun.elapsed())
    }));
    let looks = async {
        for _ in 0..10 {
            for (path, person) in [("/health", None), ("/texts", Some(&ann))] {
                let begun = Instant::now();
                let (status, body) = baton.get(Server::First, path, person).await;
                assert_eq!(status, 200, "{path}: {body}");
                assert!(
                    begun.elapsed() < max_page_time,
                    "{path}: {:?}",
                    begun.elapsed()
                );
            }
        }
    };
    let (sends, ()) = tokio::join!(sends, looks);
    for (sent, took) in &sends {
        assert!(*took < MAX_SEND_TIME, "{took:?}");
        assert!(
            matches!(sent, Ok(_) | Err(AppError::Busy)),
            "{sent:?} after {took:?}"
        );
    }

    // It wakes up as soon as another one works on its release.
    let running = |epoch: &str| {
        format!(
            "select count(*) from release where id = {release} and state = 'running' and lease_epoch {epoch}"
        )
    };
    let begun = Instant::now();
    while baton.number(running("> 0")).await == 0 {
        assert!(begun.elapsed() < TIMEOUT, "nobody takes it over");
        tokio::task::yield_now().await;
    }
    baton.second.signal(Signal::SIGCONT);
    while baton.number(running(">= 0")).await == 1 {
        assert!(begun.elapsed() < TIMEOUT, "nobody finishes it");
        tokio::task::yield_now().await;
    }
    let in_history = format!(
        "select conversations::bigint from release where id = {release} and state = 'finished'"
    );
    let in_history = baton.number(in_history).await;
    let in_audit = |what: &str| {
        format!(
            "select {what} from assignment_event e, unnest(e.conversation_ids) lost
              where e.release_id = {release}"
        )
    };
    assert_eq!(in_history, baton.number(in_audit("count(*)")).await);
    let each_once = baton.number(in_audit("count(distinct lost)")).await;
    assert_eq!(in_history, each_once);
    let sent = sends.iter().filter(|(sent, _)| sent.is_ok()).count();
    assert!(
        in_history >= replies - i64::try_from(sent).unwrap(),
        "{in_history} released, {sent} sent"
    );
    // The one that woke up is as good as new.
    let begun = Instant::now();
    while baton.get(Server::Second, "/health", None).await.0 != 200 {
        assert!(begun.elapsed() < TIMEOUT, "it does not recover");
        tokio::task::yield_now().await;
    }
}
