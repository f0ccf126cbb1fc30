//! Inbound texts that arrive faster than they can be committed one by one, written several to a transaction.

use super::inbound_queue::{Entry, Writer};
use super::new_text::{NewText, Wrote};
use super::write::write;
use crate::database::{RESPOND_WITHIN, answered};
use crate::{Store, StoreError};
use futures::future::join_all;
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::time::timeout;

/// Begins a transaction that gives way at once. It locks several conversations in an order of its own, as a release
/// does: whoever waits longer may wait in a circle, and all its texts with it. One by one they wait for as long as
/// they have to.
const BEGIN_BRIEFLY: &str = "begin; set local lock_timeout = '50ms'";
/// How long a writer waits for texts that are written one by one before it goes on with others.
const BRIEFLY: Duration = Duration::from_millis(50);

/// Writes a text, alone or with others that wait; it is committed when this returns. It is written also if the
/// caller goes away.
///
/// # Errors
/// Nothing of this text was written, or, after a silence of the database, it is not known; it can be written
/// again.
pub(super) async fn write_queued(store: &Store, text: NewText) -> Result<Wrote, StoreError> {
    let (done, wrote) = oneshot::channel();
    if let Some(writer) = store.inbound.add(Entry { text, done }) {
        tokio::spawn(run(writer, store.clone()));
    }
    wrote
        .await
        .map_err(|closed| StoreError::Interrupted(closed.to_string()))?
}

/// Writes until nothing waits.
async fn run(mut writer: Writer, store: Store) {
    while let Some(batch) = writer.next() {
        write_batch(&store, batch).await;
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
        match answered(RESPOND_WITHIN, together(store, &texts)).await {
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
        let wrote = write(&store.pool, &store.clock, std::slice::from_ref(&text)).await?;
        wrote.into_iter().next().ok_or_else(missing)
    };
    // Whoever waited may have gone away.
    let _ = done.send(answered(RESPOND_WITHIN, alone).await);
}

async fn together(store: &Store, texts: &[NewText]) -> Result<Vec<Wrote>, StoreError> {
    let mut transaction = store.begin_with(BEGIN_BRIEFLY).await?;
    let wrote = write(&mut *transaction, &store.clock, texts).await?;
    if wrote.len() != texts.len() {
        return Err(missing());
    }
    transaction.commit().await?;
    Ok(wrote)
}

fn missing() -> StoreError {
    StoreError::Corrupt("an inbound text was written without an answer".into())
}
