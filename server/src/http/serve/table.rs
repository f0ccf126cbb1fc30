//! The table of open connections, which evicts one when it is full.

use super::ServeLimits;
use super::peer_state::PeerState;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::Notify;

/// The delay before another attempt to find a connection that can be evicted.
const RETRY_DELAY: Duration = Duration::from_millis(50);
/// The interval of log lines about evicted connections.
const LOG_INTERVAL: Duration = Duration::from_secs(60);

/// The open connections. Cheap to clone.
#[derive(Clone)]
pub(super) struct ConnectionTable(Arc<Shared>);

struct Shared {
    limits: ServeLimits,
    open: Mutex<Open>,
    closed: Notify,
}

#[derive(Default)]
struct Open {
    connections: HashMap<u64, Arc<PeerState>>,
    next: u64,
    /// Connections that were evicted since the last log line.
    evicted: u64,
    logged: Option<Instant>,
}

/// A slot in the table, freed when it is dropped.
pub(super) struct Admitted {
    /// The connection's state.
    pub state: Arc<PeerState>,
    /// Whether it is one of the reserve, which serves `/health` alone.
    pub from_reserve: bool,
    number: u64,
    table: ConnectionTable,
}

impl ConnectionTable {
    /// A table without connections.
    pub fn new(limits: ServeLimits) -> Self {
        Self(Arc::new(Shared {
            limits,
            open: Mutex::default(),
            closed: Notify::new(),
        }))
    }

    /// The limits of the table.
    pub fn limits(&self) -> &ServeLimits {
        &self.0.limits
    }

    /// The shortest time-out, at which interval connections are checked.
    pub fn shortest_timeout(&self) -> Duration {
        let t = &self.limits().timeouts;
        t.head.min(t.idle).min(t.body).min(t.reader)
    }

    /// A slot for a connection. In a full table the connection that has waited longest for its peer is closed. If all are
    /// busy, a slot of the reserve is used; if that is full too, the new connection waits.
    pub async fn admit(&self) -> Admitted {
        loop {
            let closed = self.0.closed.notified();
            if let Some(admitted) = self.try_admit() {
                return admitted;
            }
            tokio::select! {
                () = closed => {}
                () = tokio::time::sleep(RETRY_DELAY) => {}
            }
        }
    }

    fn try_admit(&self) -> Option<Admitted> {
        let limits = self.limits();
        let mut open = self.lock();
        let count = open.connections.len();
        if count < limits.connections {
            return Some(self.insert(&mut open, false));
        }
        // Those that are being closed have a place of the reserve until they are gone, so that many who come at once do not
        // wait for each of them in turn.
        let has_room = open.active() < limits.connections || open.close_longest_waiting();
        (count < limits.connections + limits.reserve).then(|| self.insert(&mut open, !has_room))
    }

    fn insert(&self, open: &mut Open, from_reserve: bool) -> Admitted {
        let number = open.next;
        open.next += 1;
        let state = Arc::new(PeerState::new());
        open.connections.insert(number, state.clone());
        Admitted {
            state,
            from_reserve,
            number,
            table: self.clone(),
        }
    }

    /// Closes the connection that has waited longest for its peer, for example when the process has no descriptors left.
    /// Returns whether there was one.
    pub fn make_room(&self) -> bool {
        self.lock().close_longest_waiting()
    }

    /// Closes connections whose time-out has passed.
    pub fn close_overdue(&self) {
        let mut open = self.lock();
        for connection in open.connections.values() {
            if connection.is_overdue(&self.limits().timeouts) {
                connection.closing().cancel();
            }
        }
        let is_silent = open
            .logged
            .is_none_or(|logged| logged.elapsed() > LOG_INTERVAL);
        if open.evicted > 0 && is_silent {
            tracing::warn!(
                closed = open.evicted,
                limit = self.limits().connections,
                "all connections are in use, so those that waited longest for their peer were closed"
            );
            open.evicted = 0;
            open.logged = Some(Instant::now());
        }
    }

    fn lock(&self) -> MutexGuard<'_, Open> {
        // A poisoned table is used all the same: no panic can leave it half written.
        self.0.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Open {
    /// The number of connections that are not being closed.
    fn active(&self) -> usize {
        let connections = self.connections.values();
        connections
            .filter(|connection| !connection.closing().is_cancelled())
            .count()
    }

    fn close_longest_waiting(&mut self) -> bool {
        let waiting = self.connections.values().filter_map(|connection| {
            let is_open = !connection.closing().is_cancelled();
            let since = connection.waiting_since().filter(|_| is_open)?;
            Some((since, connection))
        });
        let Some((_, longest)) = waiting.min_by_key(|(since, _)| *since) else {
            return false;
        };
        longest.closing().cancel();
        self.evicted += 1;
        true
    }
}

impl Drop for Admitted {
    fn drop(&mut self) {
        self.table.lock().connections.remove(&self.number);
        self.table.0.closed.notify_one();
    }
}
