//! Texters who work while something else goes on.

use super::Scale;
use crate::BenchError;
use crate::latencies::Latencies;
use crate::seed::Seeded;
use app::domain::{ConversationId, MemberId, Texter};
use app::ports::{Conversations, Requests};
use server_store::Store;
use std::time::{Duration, Instant};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

/// Who sends and who requests at once.
const SENDERS: i64 = 8;
const REQUESTERS: i64 = 4;
/// What a texter does between two of their own.
const PAUSE: Duration = Duration::from_millis(25);
/// What a request asks for.
const BATCH: u32 = 25;

/// How long texters waited.
#[derive(Debug, Clone, Copy, serde::Serialize)]
pub(super) struct Meanwhile {
    /// Sending a reply.
    pub sends: Latencies,
    /// Requesting a batch of 25.
    pub requests: Latencies,
}

/// Texters at work; they stop when they are asked how it was.
pub(super) struct Texters {
    stop: CancellationToken,
    senders: JoinSet<Result<Vec<Duration>, BenchError>>,
    requesters: JoinSet<Result<Vec<Duration>, BenchError>>,
}

impl Texters {
    /// They begin.
    pub async fn start(store: &Store, seeded: &Seeded, scale: &Scale) -> Result<Self, BenchError> {
        let stop = CancellationToken::new();
        let mut senders = JoinSet::new();
        for (number, answerable) in (0..).zip(answerable(store, seeded, scale).await?) {
            let _: i64 = number;
            senders.spawn(send(
                store.clone(),
                answerable,
                seeded.clone(),
                stop.clone(),
            ));
        }
        let mut requesters = JoinSet::new();
        for number in 0..REQUESTERS {
            let texter = seeded.texter(seeded.texter_id(scale.texters - 1 - number))?;
            requesters.spawn(request(store.clone(), texter, seeded.clone(), stop.clone()));
        }
        Ok(Self {
            stop,
            senders,
            requesters,
        })
    }

    /// They stop, and say how long they waited.
    pub async fn finish(mut self) -> Result<Meanwhile, BenchError> {
        self.stop.cancel();
        Ok(Meanwhile {
            sends: all(&mut self.senders).await?,
            requests: all(&mut self.requesters).await?,
        })
    }
}

async fn all(
    tasks: &mut JoinSet<Result<Vec<Duration>, BenchError>>,
) -> Result<Latencies, BenchError> {
    let mut durations = Vec::new();
    while let Some(done) = tasks.join_next().await {
        durations.extend(done.map_err(|error| BenchError::Worthless(error.to_string()))??);
    }
    Ok(Latencies::of(durations))
}

/// Of a few texters: what each holds and neither release takes, with its epoch.
async fn answerable(
    store: &Store,
    seeded: &Seeded,
    scale: &Scale,
) -> Result<Vec<Vec<(MemberId, ConversationId, i32)>>, BenchError> {
    let rows: Vec<(i64, i64, i32)> = sqlx::query_as(
        "select cv.assigned_to, cv.id, cv.lease_epoch
           from contact co
           join conversation cv on cv.organization_id = co.organization_id and cv.id = co.id
          where co.organization_id = $1
            and cv.status = 'needs_response' and cv.assigned_to is not null and cv.id > 2 * $2
          order by cv.id",
    )
    .bind(seeded.admin.organization.0)
    .bind(scale.due)
    .fetch_all(&store.pool)
    .await?;
    let mut of = vec![Vec::new(); usize::try_from(SENDERS).unwrap_or_default()];
    let senders = of.len();
    for (number, (holder, id, epoch)) in rows.into_iter().enumerate() {
        of[number % senders].push((MemberId(holder), ConversationId(id), epoch));
    }
    Ok(of)
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
            .send(&texter, id, epoch, "Thanks for writing back!".to_owned())
            .await?;
        durations.push(begun.elapsed());
        tokio::time::sleep(PAUSE).await;
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
        tokio::time::sleep(PAUSE).await;
    }
    Ok(durations)
}
