//! The queue of inbound texts, and who may write them: what `inbound_writer` does is not known here.

use super::new_text::{NewText, Wrote};
use crate::StoreError;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::oneshot;

/// How many transactions write texts at once. While there are fewer, a text is written as soon as it is there.
const WRITERS: usize = 4;
/// How many texts one transaction writes at most.
const MAX_BATCH: usize = 24;

/// The texts that wait to be written. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub(crate) struct InboundQueue(Arc<Mutex<Waiting>>);

#[derive(Debug, Default)]
struct Waiting {
    texts: VecDeque<Entry>,
    writers: usize,
}

#[derive(Debug)]
pub(super) struct Entry {
    pub text: NewText,
    /// Whoever waits for it.
    pub done: oneshot::Sender<Result<Wrote, StoreError>>,
}

impl InboundQueue {
    /// Lets it wait, and gives another writer if there may be one more.
    pub(super) fn add(&self, entry: Entry) -> Option<Writer> {
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
pub(super) struct Writer {
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
    /// The texts that have waited for longest. If there are none its place is free in the same moment: a text that
    /// comes a moment later begins a writer of its own.
    pub(super) fn next(&mut self) -> Option<Vec<Entry>> {
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
