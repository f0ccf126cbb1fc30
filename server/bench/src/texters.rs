//! The load of texters who send and request, beside which something else is measured.

use crate::BenchError;
use crate::join_all::join_all;
use crate::latencies::Latencies;
use crate::seed::Seeded;
use app::domain::{ConversationId, MemberId, Texter};
use app::ports::{Conversations, Requests};
use server_store::Store;
use std::time::{Duration, Instant};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

/// Texters who send at once.
const SENDERS: i64 = 8;
/// Texters who request at once.
const REQUESTERS: i64 = 4;
/// The pause between two sends or requests of one texter.
const THINK_TIME: Duration = Duration::from_millis(25);
/// Conversations that one request asks for.
const BATCH: u32 = 25;

/// The latencies that texters saw.
#[derive(Debug, Clone, Copy, serde::Serialize)]
pub(super) struct TexterLatencies {
    /// Of sending a reply.
    pub sends: Latencies,
    /// Of requesting 25 conversations.
    pub requests: Latencies,
}

/// Who sends and requests.
#[derive(Debug, Clone, Copy)]
pub(super) struct TexterLoad {
    /// How many texters there are; the last of them request.
    pub texters: i64,
    /// Held replies with a greater id than this one are answered.
    pub answerable_after: i64,
}

/// The running load; [`Texters::finish`] ends it.
pub(super) struct Texters {
    stop: CancellationToken,
    senders: JoinSet<Result<Vec<Duration>, BenchError>>,
    requesters: JoinSet<Result<Vec<Duration>, BenchError>>,
}

impl Texters {
    /// Starts the load.
    pub async fn start(
        store: &Store,
        seeded: &Seeded,
        load: TexterLoad,
    ) -> Result<Self, BenchError> {
        let stop = CancellationToken::new();
        let mut senders = JoinSet::new();
        for answerable in answerable(store, seeded, load).await? {
            senders.spawn(send(
                store.clone(),
                answerable,
                seeded.clone(),
                stop.clone(),
            ));
        }
        let mut requesters = JoinSet::new();
        for number in 0..REQUESTERS {
            let texter = seeded.texter(seeded.texter_id(load.texters - 1 - number))?;
            requesters.spawn(request(store.clone(), texter, seeded.clone(), stop.clone()));
        }
        Ok(Self {
            stop,
            senders,
            requesters,
        })
    }

    /// Stops the load and returns its latencies.
    pub async fn finish(self) -> Result<TexterLatencies, BenchError> {
        self.stop.cancel();
        Ok(TexterLatencies {
            sends: latencies(self.senders).await?,
            requests: latencies(self.requesters).await?,
        })
    }
}

async fn latencies(
    tasks: JoinSet<Result<Vec<Duration>, BenchError>>,
) -> Result<Latencies, BenchError> {
    let durations = join_all(tasks).await?.into_iter().flatten();
    Ok(Latencies::of(durations.collect()))
}

/// For each sender, conversations that nothing else takes from their holders, with their lease epochs.
async fn answerable(
    store: &Store,
    seeded: &Seeded,
    load: TexterLoad,
) -> Result<Vec<Vec<(MemberId, ConversationId, i32)>>, BenchError> {
    let rows: Vec<(i64, i64, i32)> = sqlx::query_as(
        "select cv.assigned_to, cv.id, cv.lease_epoch
           from contact co
           join conversation cv on cv.organization_id = co.organization_id and cv.id = co.id
          where co.organization_id = $1
            and cv.status = 'needs_response' and cv.assigned_to is not null and cv.id > $2
          order by cv.id",
    )
    .bind(seeded.admin.organization.0)
    .bind(load.answerable_after)
    .fetch_all(&store.pool)
    .await?;
    let mut by_sender = vec![Vec::new(); usize::try_from(SENDERS).unwrap_or_default()];
    let senders = by_sender.len();
    for (number, (holder, id, epoch)) in rows.into_iter().enumerate() {
        by_sender[number % senders].push((MemberId(holder), ConversationId(id), epoch));
    }
    Ok(by_sender)
}

async fn send(
    store: Store,
    answerable: Vec<(MemberId, ConversationId, i32)>,
    seeded: Seeded,
    stop: CancellationToken,
) -> Result<Vec<Duration>, BenchError> {
    let mut durations = Vec::new();
    for (holder, id, epoch) in answerable {
        if stop.is_cancelled() {
            break;
        }
        let texter = seeded.texter(holder)?;
        let begun = Instant::now();
        store
            .send(
                &texter,
                id,
                epoch.into(),
                "Thanks for writing back!".to_owned(),
            )
            .await?;
        durations.push(begun.elapsed());
        tokio::time::sleep(THINK_TIME).await;
    }
    Ok(durations)
}

async fn request(
    store: Store,
    texter: Texter,
    seeded: Seeded,
    stop: CancellationToken,
) -> Result<Vec<Duration>, BenchError> {
    let mut durations = Vec::new();
    while !stop.is_cancelled() {
        let begun = Instant::now();
        store.create(&texter, seeded.pool, BATCH).await?;
        durations.push(begun.elapsed());
        tokio::time::sleep(THINK_TIME).await;
    }
    Ok(durations)
}
