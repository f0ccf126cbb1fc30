//! Inbound texts that arrive faster than they can be committed one by one, written several to a transaction.

use super::write::{NewText, Wrote, write};
use crate::database::{PATIENCE, answered};
use crate::store::{Store, StoreError};
use futures::future::join_all;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::time::timeout;

/// How many transactions write texts at once. While there are fewer, a text is written as soon as it is there.
const WRITERS: usize = 4;
/// How many texts one transaction writes at most.
const MAX_BATCH: usize = 24;

/// Begins a transaction that gives way at once. It locks several conversations in an order of its own, as a release
/// does: whoever waits longer may wait in a circle, and all its texts with it. One by one they wait for as long as
/// they have to.
const BEGIN_BRIEFLY: &str = "begin; set local lock_timeout = '50ms'";
/// How long a writer waits for texts that are written one by one before it goes on with others.
const BRIEFLY: Duration = Duration::from_millis(50);

/// The texts that wait to be written. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub(in crate::store) struct InboundQueue(Arc<Mutex<Waiting>>);

#[derive(Debug, Default)]
struct Waiting {
    texts: VecDeque<Entry>,
    writers: usize,
}

#[derive(Debug)]
struct Entry {
    text: NewText,
    done: oneshot::Sender<Result<Wrote, StoreError>>,
}

impl InboundQueue {
    /// Writes a text, alone or with others that wait; it is committed when this returns. It is written also if the
    /// caller goes away.
    ///
    /// # Errors
    /// Nothing of this text was written, or, after a silence of the database, it is not known; it can be written
    /// again.
    pub(super) async fn write(&self, store: &Store, text: NewText) -> Result<Wrote, StoreError> {
        let (done, wrote) = oneshot::channel();
        if let Some(writer) = self.add(Entry { text, done }) {
            tokio::spawn(writer.run(store.clone()));
        }
        wrote
            .await
            .map_err(|closed| StoreError::Interrupted(closed.to_string()))?
    }

    /// Lets it wait, and gives another writer if there may be one more.
    fn add(&self, entry: Entry) -> Option<Writer> {
        let mut waiting = self.waiting();
        waiting.texts.push_back(entry);
        if waiting.writers == WRITERS {
            return None;
        }
        waiting.writers += 1;
        Some(Writer {
            queue: self.clone(),
            ended: false,
        })
    }

    /// Nobody panics while they hold it.
    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One of those who write, until nothing waits.
struct Writer {
    queue: InboundQueue,
    ended: bool,
}

impl Drop for Writer {
    fn drop(&mut self) {
        // After a panic its place would stay taken.
        if !self.ended {
            self.queue.waiting().writers -= 1;
        }
    }
}

impl Writer {
    async fn run(mut self, store: Store) {
        while let Some(batch) = self.next() {
            write_batch(&store, batch).await;
        }
    }

    /// The texts that have waited for longest. If there are none its place is free in the same moment: a text that
    /// comes a moment later begins a writer of its own.
    fn next(&mut self) -> Option<Vec<Entry>> {
        let mut waiting = self.queue.waiting();
        let most = waiting.texts.len().min(MAX_BATCH);
        let batch: Vec<Entry> = waiting.texts.drain(..most).collect();
        if batch.is_empty() {
            waiting.writers -= 1;
            self.ended = true;
            return None;
        }
        Some(batch)
    }
}

async fn write_batch(store: &Store, mut batch: Vec<Entry>) {
    if batch.len() > 1 {
        // Two batches meet in the same order; the sort keeps what one contact wrote in the order it came in.
        batch.sort_by(|a, b| (&a.text.to, &a.text.cell).cmp(&(&b.text.to, &b.text.cell)));
        let (texts, waiting): (Vec<_>, Vec<_>) = batch
            .into_iter()
            .map(|entry| (entry.text, entry.done))
            .unzip();
        match answered(PATIENCE, together(store, &texts)).await {
            Ok(wrote) => {
                for (done, wrote) in waiting.into_iter().zip(wrote) {
                    // Whoever waited may have gone away.
                    let _ = done.send(Ok(wrote));
                }
                return;
            }
            Err(error) => {
                tracing::debug!(%error, texts = texts.len(), "inbound texts are written one by one");
            }
        }
        batch = texts
            .into_iter()
            .zip(waiting)
            .map(|(text, done)| Entry { text, done })
            .collect();
    }
    // Each by itself: one whose conversation is locked holds up neither the others nor the writer.
    let alone = batch
        .into_iter()
        .map(|entry| tokio::spawn(write_alone(store.clone(), entry)));
    let _ = timeout(BRIEFLY, join_all(alone)).await;
}

async fn write_alone(store: Store, Entry { text, done }: Entry) {
    let alone = async {
        let _turn = store.turn().await?;
        let wrote = write(&store.pool, &store, std::slice::from_ref(&text)).await?;
        wrote.into_iter().next().ok_or_else(missing)
    };
    // Whoever waited may have gone away.
    let _ = done.send(answered(PATIENCE, alone).await);
}

async fn together(store: &Store, texts: &[NewText]) -> Result<Vec<Wrote>, StoreError> {
    let mut transaction = store.begin_with(BEGIN_BRIEFLY).await?;
    let wrote = write(&mut *transaction, store, texts).await?;
    if wrote.len() != texts.len() {
        return Err(missing());
    }
    transaction.commit().await?;
    Ok(wrote)
}

fn missing() -> StoreError {
    StoreError::Corrupt("an inbound text was written without an answer".into())
}
