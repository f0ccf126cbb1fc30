//! Open pages: event streams that are read as a browser reads them.

use crate::BenchError;
use reqwest::{Client, Response, header};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// What all pages were told.
#[derive(Debug, Default)]
pub(super) struct Heard {
    /// Events that say what can be requested.
    pub offers: AtomicUsize,
    /// How long after a change of their own list texters were told of it.
    pub own: Mutex<Vec<Duration>>,
    /// By texter: since when a change of their own list is to be told.
    changed_at: Vec<Mutex<Option<Instant>>>,
}

impl Heard {
    /// A texter's own list changes now.
    pub fn will_hear(&self, texter: usize) {
        lock(&self.changed_at[texter]).get_or_insert_with(Instant::now);
    }

    /// How many texters have not been told yet.
    pub fn untold(&self) -> usize {
        let untold = self.changed_at.iter().filter(|at| lock(at).is_some());
        untold.count()
    }

    fn hears(&self, texter: usize) {
        if let Some(changed_at) = lock(&self.changed_at[texter]).take() {
            lock(&self.own).push(changed_at.elapsed());
        }
    }
}

/// Nobody panics while they hold it; what they wrote would still be whole.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The pages of all texters, open until dropped.
pub(super) struct Pages {
    pub heard: Arc<Heard>,
    reading: JoinSet<Result<(), BenchError>>,
}

impl Pages {
    /// Opens a page for each cookie, and returns when each has been told what can be requested.
    pub async fn open(client: &Client, url: &str, cookies: &[String]) -> Result<Self, BenchError> {
        let heard = Arc::new(Heard {
            changed_at: cookies.iter().map(|_| Mutex::default()).collect(),
            ..Heard::default()
        });
        let mut reading = JoinSet::new();
        for (texter, cookie) in cookies.iter().enumerate() {
            let request = client
                .get(format!("{url}/events/texts"))
                .header(header::COOKIE, cookie);
            let mut events = request.send().await?.error_for_status()?;
            // An offer comes first.
            let first = events.chunk().await?.unwrap_or_default();
            if !String::from_utf8_lossy(&first).contains("event: offer") {
                return Err(BenchError::Worthless("a page is told no offer".to_owned()));
            }
            reading.spawn(read(events, heard.clone(), texter));
        }
        Ok(Self { heard, reading })
    }

    /// Whether all of them are still open.
    pub fn all_open(&mut self) -> bool {
        self.reading.try_join_next().is_none()
    }
}

async fn read(mut events: Response, heard: Arc<Heard>, texter: usize) -> Result<(), BenchError> {
    // The server writes each event in one piece.
    while let Some(chunk) = events.chunk().await? {
        let told = String::from_utf8_lossy(&chunk);
        let offers = told.matches("event: offer").count();
        heard.offers.fetch_add(offers, Ordering::Relaxed);
        if told.contains("event: inbox") {
            heard.hears(texter);
        }
    }
    Ok(())
}
