//! The state of a connection: waiting for its peer, with the time since when, or working for it.

use super::PeerTimeouts;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tokio_util::sync::CancellationToken;

/// The phase of a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// Waiting for the rest of a head, or for the first byte of the connection.
    Head,
    /// Waiting for the next request.
    Idle,
    /// Working on a response.
    Working,
    /// Waiting for the rest of a body.
    Body,
}

#[derive(Debug)]
struct State {
    phase: Phase,
    since: Instant,
    /// The time since which the peer has not read.
    write_blocked: Option<Instant>,
}

/// The state of one connection, shared by its stream, its bodies and the table.
#[derive(Debug)]
pub(super) struct PeerState {
    state: Mutex<State>,
    closing: CancellationToken,
}

impl PeerState {
    /// A connection that was just accepted.
    pub fn new() -> Self {
        Self {
            state: Mutex::new(State {
                phase: Phase::Head,
                since: Instant::now(),
                write_blocked: None,
            }),
            closing: CancellationToken::new(),
        }
    }

    /// The token that is cancelled when the connection is to be closed at once.
    pub fn closing(&self) -> &CancellationToken {
        &self.closing
    }

    /// Notes that bytes have come. They do not extend the time-out of a head that has begun.
    pub fn received(&self) {
        let mut state = self.lock();
        if state.phase == Phase::Idle {
            state.enter(Phase::Head);
        }
    }

    /// Notes that a whole head has come, or a part of its body.
    pub fn working(&self) {
        self.lock().enter(Phase::Working);
    }

    /// Notes that the handler waits for more of the body.
    pub fn awaits_body(&self) {
        let mut state = self.lock();
        if state.phase != Phase::Body {
            state.enter(Phase::Body);
        }
    }

    /// Notes that the response was given.
    pub fn answered(&self) {
        self.lock().enter(Phase::Idle);
    }

    /// Notes whether the peer does not read what is written.
    pub fn write_blocked(&self, blocked: bool) {
        let mut state = self.lock();
        if !blocked {
            state.write_blocked = None;
        } else if state.write_blocked.is_none() {
            state.write_blocked = Some(Instant::now());
        }
    }

    /// The time since which it waits for its peer; `None` while it works.
    pub fn waiting_since(&self) -> Option<Instant> {
        let state = self.lock();
        let read = (state.phase != Phase::Working).then_some(state.since);
        read.into_iter().chain(state.write_blocked).min()
    }

    /// Whether it has waited for its peer longer than the time-out.
    pub fn is_overdue(&self, timeouts: &PeerTimeouts) -> bool {
        let state = self.lock();
        let longer = |since: Instant, than: Duration| since.elapsed() > than;
        let read = match state.phase {
            Phase::Head => longer(state.since, timeouts.head),
            Phase::Idle => longer(state.since, timeouts.idle),
            Phase::Body => longer(state.since, timeouts.body),
            Phase::Working => false,
        };
        read || state
            .write_blocked
            .is_some_and(|since| longer(since, timeouts.reader))
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // A poisoned state is used all the same: no panic can leave it half written.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn enter(&mut self, phase: Phase) {
        self.phase = phase;
        self.since = Instant::now();
    }
}
