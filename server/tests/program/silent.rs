//! Connections to the database that stay open and carry nothing.

use std::collections::HashSet;
use std::time::{Duration, Instant};

use app::error::AppError;
use futures::{StreamExt, stream};
use nix::sys::signal::Signal;
use server_embedded::Cluster;

use crate::silent_proxy::SilentProxy;
use crate::support::Size;
use crate::two_servers::{Server, TwoServers};

const TEXTS: Size<usize> = Size {
    short: 300,
    long: 13_000,
};
/// A dead connection is found within ten seconds, and what was on it tried again.
const RECOVERY: Duration = Duration::from_secs(30);
/// How long a text takes at most that waits in a long queue.
const TEXT: Duration = Duration::from_millis(100);
/// Less than the slow poll behind the notifications.
const SOON: Duration = Duration::from_secs(10);
/// A dead connection is found, and has not been made anew for a while.
const NOTICED: Duration = Duration::from_secs(20);
const MAX_STOP_TIME: Duration = Duration::from_secs(25);

async fn until(baton: &TwoServers, longest: Duration, what: &str, query: &str) -> Duration {
    let begun = Instant::now();
    while baton.number(query.to_owned()).await > 0 {
        assert!(begun.elapsed() < longest, "in vain: {what}");
        tokio::task::yield_now().await;
    }
    begun.elapsed()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_goes_out_although_every_connection_has_gone_silent() {
    let cluster = Cluster::start_temporary(None).await.unwrap();
    let proxy = SilentProxy::start(cluster.url()).await;
    let url = proxy.database_url();
    let mut baton = TwoServers::on(cluster, [&url, &url]).await;
    let ann = baton.member("texter").await;
    let texts = TEXTS.chosen();
    let first = baton.replies(Some(&ann), texts as i64 + 1).await;

    let mut acknowledged = HashSet::new();
    let mut silenced = false;
    {
        let conversations = first..first + texts as i64;
        let mut sends = stream::iter(conversations)
            .map(|conversation| {
                let (baton, ann) = (&baton, &ann);
                async move { (conversation, baton.send_text(ann, conversation).await) }
            })
            .buffer_unordered(20);
        while let Some((conversation, sent)) = sends.next().await {
            match sent {
                Ok(_) => _ = acknowledged.insert(conversation),
                Err(error) => assert!(
                    matches!(error, AppError::Unavailable | AppError::Busy),
                    "{error}"
                ),
            }
            if !silenced && acknowledged.len() == texts / 3 {
                silenced = true;
                proxy.silence_open_connections();
            }
        }
    }
    assert!(
        acknowledged.len() > texts / 3,
        "nothing was sent afterwards"
    );

    let on_its_way = "select count(*) from outbox where state in ('queued', 'sending')";
    let sending = RECOVERY + TEXT * u32::try_from(texts).unwrap();
    until(&baton, sending, "the texts go out", on_its_way).await;
    let sent: Vec<i64> = sqlx::query_scalar(
        "select m.conversation_id from message m join outbox o on o.message_id = m.id
          where m.direction = 'outbound' and o.service_sid is not null",
    )
    .fetch_all(&baton.pool)
    .await
    .unwrap();
    let once: HashSet<i64> = sent.iter().copied().collect();
    assert_eq!(once.len(), sent.len(), "none twice");
    assert!(acknowledged.is_subset(&once), "none lost");

    // Whoever listens has found out too: a text is not left to the slow poll.
    for server in [Server::First, Server::Second] {
        let begun = Instant::now();
        loop {
            let (status, body) = baton.get(server, "/health", None).await;
            if status == 200 {
                break;
            }
            assert!(begun.elapsed() < RECOVERY, "it does not recover: {body}");
            tokio::task::yield_now().await;
        }
    }
    baton.send_text(&ann, first + texts as i64).await.unwrap();
    until(&baton, SOON, "a later text goes out at once", on_its_way).await;

    // Nothing answers any more: health says so, and nobody is kept from stopping the server.
    proxy.silence_everything();
    let begun = Instant::now();
    loop {
        let (status, body) = baton.get(Server::First, "/health", None).await;
        if status == 503 && body.contains("live events: not working for ") {
            break;
        }
        assert!(begun.elapsed() < NOTICED, "health does not notice");
        tokio::task::yield_now().await;
    }
    let begun = Instant::now();
    baton.first.signal(Signal::SIGTERM);
    baton.first.ended();
    assert!(begun.elapsed() < MAX_STOP_TIME, "{:?}", begun.elapsed());
    let log = baton.first.errors();
    let line = "part of the server does not work: live events";
    assert!(log.contains(line), "{log}");
}
