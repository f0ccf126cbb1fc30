//! The open event streams of all texters, read as a browser reads them.

use crate::BenchError;
use reqwest::{Client, Response, header};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// The events that all streams have delivered.
#[derive(Debug, Default)]
pub(super) struct Deliveries {
    /// Events that say what can be requested.
    pub offers: AtomicUsize,
    /// The time from each change of a texter's own list to the event of it.
    pub own_changes: Mutex<Vec<Duration>>,
    /// By texter, the time of a change of their own list whose event is not delivered yet.
    changed_at: Vec<Mutex<Option<Instant>>>,
}

impl Deliveries {
    /// Notes that a texter's own list changes now.
    pub fn expect_own_change(&self, texter: usize) {
        lock(&self.changed_at[texter]).get_or_insert_with(Instant::now);
    }

    /// The number of texters to whom an event is yet to be delivered.
    pub fn undelivered(&self) -> usize {
        let undelivered = self.changed_at.iter().filter(|at| lock(at).is_some());
        undelivered.count()
    }

    fn record_own_change(&self, texter: usize) {
        if let Some(changed_at) = lock(&self.changed_at[texter]).take() {
            lock(&self.own_changes).push(changed_at.elapsed());
        }
    }
}

/// The guard, even of a poisoned mutex: a value in it is never left half changed.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The streams of all texters, open until dropped.
pub(super) struct Streams {
    pub deliveries: Arc<Deliveries>,
    readers: JoinSet<Result<(), BenchError>>,
}

impl Streams {
    /// Opens a stream for each cookie, and returns when each has delivered what can be requested.
    pub async fn open(client: &Client, url: &str, cookies: &[String]) -> Result<Self, BenchError> {
        let deliveries = Arc::new(Deliveries {
            changed_at: cookies.iter().map(|_| Mutex::default()).collect(),
            ..Deliveries::default()
        });
        let mut readers = JoinSet::new();
        for (texter, cookie) in cookies.iter().enumerate() {
            let request = client
                .get(format!("{url}/events?stream=bench&topics=texts"))
                .header(header::COOKIE, cookie);
            let mut events = request.send().await?.error_for_status()?;
            // First the stream says which topics it has.
            while !is_offer(&events.chunk().await?.ok_or_else(no_offer)?) {}
            readers.spawn(read(events, deliveries.clone(), texter));
        }
        Ok(Self {
            deliveries,
            readers,
        })
    }

    /// Whether all of them are still open.
    pub fn all_open(&mut self) -> bool {
        self.readers.try_join_next().is_none()
    }
}

/// How an event begins that says what can be requested.
const OFFER: &str = "data: texts offer=";

fn is_offer(chunk: &[u8]) -> bool {
    String::from_utf8_lossy(chunk).contains(OFFER)
}

fn no_offer() -> BenchError {
    BenchError::Invalid("a stream ended before it made an offer".to_owned())
}

async fn read(
    mut events: Response,
    deliveries: Arc<Deliveries>,
    texter: usize,
) -> Result<(), BenchError> {
    // The server writes each event in one piece.
    while let Some(chunk) = events.chunk().await? {
        let text = String::from_utf8_lossy(&chunk);
        let offers = text.matches(OFFER).count();
        deliveries.offers.fetch_add(offers, Ordering::Relaxed);
        if text.contains("data: texts inbox") {
            deliveries.record_own_change(texter);
        }
    }
    Ok(())
}
