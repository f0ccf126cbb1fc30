//! The event streams that each session has open at this server, and their limit.

use super::topics::{StreamId, Topics};
use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::watch;
use tokio_util::sync::{CancellationToken, WaitForCancellationFutureOwned};

/// The maximum number of open streams of a session. Over HTTP/1.1 a browser has six connections to a server.
const MAX_STREAMS: usize = 12;

/// The hash of a session's id.
type SessionHash = Vec<u8>;

/// Open streams by session, oldest first; a session without any is not kept. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub(super) struct OpenStreams(Arc<Mutex<HashMap<SessionHash, VecDeque<Arc<Entry>>>>>);

#[derive(Debug)]
struct Entry {
    id: StreamId,
    topics: watch::Sender<Topics>,
    superseded: CancellationToken,
}

/// An open stream, counted until it is dropped.
#[derive(Debug)]
pub(super) struct OpenStream {
    streams: OpenStreams,
    session: SessionHash,
    entry: Arc<Entry>,
}

impl OpenStreams {
    /// Counts a new stream. If the session has too many, its oldest one is ended.
    pub fn open(&self, session: SessionHash, id: StreamId, topics: Topics) -> OpenStream {
        let entry = Arc::new(Entry {
            id,
            topics: watch::Sender::new(topics),
            superseded: CancellationToken::new(),
        });
        let mut sessions = self.sessions();
        let open = sessions.entry(session.clone()).or_default();
        open.push_back(Arc::clone(&entry));
        if open.len() > MAX_STREAMS
            && let Some(oldest) = open.pop_front()
        {
            oldest.superseded.cancel();
        }
        drop(sessions);
        OpenStream {
            streams: self.clone(),
            session,
            entry,
        }
    }

    /// Gives a stream of this session other topics, and returns whether it is open here.
    pub fn set_topics(&self, session: &[u8], id: &StreamId, topics: &Topics) -> bool {
        let sessions = self.sessions();
        let mut open = sessions.get(session).into_iter().flatten();
        let entry = open.find(|entry| entry.id == *id);
        if let Some(entry) = entry {
            entry.topics.send_replace(topics.clone());
        }
        entry.is_some()
    }

    fn sessions(&self) -> MutexGuard<'_, HashMap<SessionHash, VecDeque<Arc<Entry>>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl OpenStream {
    /// Completes when newer streams of the session have replaced this one.
    pub fn superseded(&self) -> WaitForCancellationFutureOwned {
        self.entry.superseded.clone().cancelled_owned()
    }

    /// The topics that it is to have.
    pub fn topics(&self) -> watch::Receiver<Topics> {
        self.entry.topics.subscribe()
    }
}

impl Drop for OpenStream {
    fn drop(&mut self) {
        let mut sessions = self.streams.sessions();
        if let Some(open) = sessions.get_mut(&self.session) {
            open.retain(|other| !Arc::ptr_eq(other, &self.entry));
            if open.is_empty() {
                sessions.remove(&self.session);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{MAX_STREAMS, OpenStream, OpenStreams};
    use crate::http::live::topics::{StreamId, Topics};
    use futures::FutureExt;

    fn open(streams: &OpenStreams, session: u8) -> OpenStream {
        let id = StreamId::try_from("a-stream".to_owned()).unwrap();
        streams.open(vec![session], id, Topics::default())
    }

    #[test]
    fn the_oldest_stream_of_a_session_makes_room_and_nothing_is_kept_of_closed_ones() {
        let streams = OpenStreams::default();
        let other = open(&streams, 2);
        let mut of_one: Vec<_> = (0..MAX_STREAMS).map(|_| open(&streams, 1)).collect();
        drop(of_one.remove(5));
        of_one.push(open(&streams, 1));
        let superseded = |stream: &OpenStream| stream.superseded().now_or_never().is_some();
        assert!(!of_one.iter().any(superseded));
        of_one.push(open(&streams, 1));
        assert!(superseded(&of_one[0]));
        assert!(!of_one[1..].iter().any(superseded) && !superseded(&other));
        drop((of_one, other));
        assert!(streams.sessions().is_empty());
    }
}
