//! The event streams that each session has open at this server, and their limit.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio_util::sync::{CancellationToken, WaitForCancellationFutureOwned};

/// The maximum number of open streams of a session. Over HTTP/1.1 a browser has six connections to a server.
const MAX_STREAMS: usize = 12;

/// The hash of a session's id.
type SessionHash = Vec<u8>;

/// Open streams by session, oldest first; a session without any is not kept. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub(super) struct OpenStreams(Arc<Mutex<HashMap<SessionHash, VecDeque<Arc<CancellationToken>>>>>);

/// An open stream, counted until it is dropped.
#[derive(Debug)]
pub(super) struct OpenStream {
    streams: OpenStreams,
    session: SessionHash,
    superseded: Arc<CancellationToken>,
}

impl OpenStreams {
    /// Counts a new stream. If the session has too many, its oldest one is ended.
    pub fn open(&self, session: SessionHash) -> OpenStream {
        let superseded = Arc::new(CancellationToken::new());
        let mut sessions = self.sessions();
        let open = sessions.entry(session.clone()).or_default();
        open.push_back(Arc::clone(&superseded));
        if open.len() > MAX_STREAMS
            && let Some(oldest) = open.pop_front()
        {
            oldest.cancel();
        }
        drop(sessions);
        OpenStream {
            streams: self.clone(),
            session,
            superseded,
        }
    }

    fn sessions(&self) -> MutexGuard<'_, HashMap<SessionHash, VecDeque<Arc<CancellationToken>>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl OpenStream {
    /// Completes when newer streams of the session have replaced this one.
    pub fn superseded(&self) -> WaitForCancellationFutureOwned {
        self.superseded.as_ref().clone().cancelled_owned()
    }
}

impl Drop for OpenStream {
    fn drop(&mut self) {
        let mut sessions = self.streams.sessions();
        if let Some(open) = sessions.get_mut(&self.session) {
            open.retain(|other| !Arc::ptr_eq(other, &self.superseded));
            if open.is_empty() {
                sessions.remove(&self.session);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{MAX_STREAMS, OpenStreams};
    use futures::FutureExt;

    #[test]
    fn the_oldest_stream_of_a_session_makes_room_and_nothing_is_kept_of_closed_ones() {
        let streams = OpenStreams::default();
        let other = streams.open(vec![2]);
        let mut open: Vec<_> = (0..MAX_STREAMS).map(|_| streams.open(vec![1])).collect();
        drop(open.remove(5));
        open.push(streams.open(vec![1]));
        let superseded = |stream: &super::OpenStream| stream.superseded().now_or_never().is_some();
        assert!(!open.iter().any(superseded));
        open.push(streams.open(vec![1]));
        assert!(superseded(&open[0]));
        assert!(!open[1..].iter().any(superseded) && !superseded(&other));
        drop((open, other));
        assert!(streams.sessions().is_empty());
    }
}
