//! What a connection is doing: waiting for its peer, and since when, or working for it.

use super::PeerTimeouts;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tokio_util::sync::CancellationToken;

/// What a connection waits for, or that it works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// A head has begun, or nothing has come at all yet.
    Head,
    /// The next request has not begun.
    Idle,
    /// A request is being answered.
    Working,
    /// The rest of a body.
    Body,
}

#[derive(Debug)]
struct State {
    phase: Phase,
    since: Instant,
    /// Since when the peer has not read on.
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

    /// Cancelled when the connection is to be closed at once.
    pub fn closing(&self) -> &CancellationToken {
        &self.closing
    }

    /// Bytes have come. A head that has begun does not get more time by further bytes.
    pub fn received(&self) {
        let mut state = self.lock();
        if state.phase == Phase::Idle {
            state.enter(Phase::Head);
        }
    }

    /// A whole head has come, or a part of its body.
    pub fn working(&self) {
        self.lock().enter(Phase::Working);
    }

    /// The handler asks for more of the body than has come.
    pub fn awaits_body(&self) {
        let mut state = self.lock();
        if state.phase != Phase::Body {
            state.enter(Phase::Body);
        }
    }

    /// The answer was given.
    pub fn answered(&self) {
        self.lock().enter(Phase::Idle);
    }

    /// The peer does not take what is written, or does again.
    pub fn write_blocked(&self, blocked: bool) {
        let mut state = self.lock();
        if !blocked {
            state.write_blocked = None;
        } else if state.write_blocked.is_none() {
            state.write_blocked = Some(Instant::now());
        }
    }

    /// Since when it waits for its peer; `None` = it works.
    pub fn waiting_since(&self) -> Option<Instant> {
        let state = self.lock();
        let read = (state.phase != Phase::Working).then_some(state.since);
        read.into_iter().chain(state.write_blocked).min()
    }

    /// Whether it has waited for its peer for longer than it may.
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
        // Nothing panics while it is held, and each write leaves it whole.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn enter(&mut self, phase: Phase) {
        self.phase = phase;
        self.since = Instant::now();
    }
}
