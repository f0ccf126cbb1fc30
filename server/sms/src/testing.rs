//! A message service for tests. Compiled for tests alone, by the feature `testing`.

#![allow(
    clippy::unwrap_used,
    reason = "a lock is poisoned only in a test that has failed"
)]

use super::{MessageService, SendError};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use server_message::{OutboundText, ServiceSid};
use std::collections::VecDeque;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use tokio::sync::mpsc;

static NEXT_SID: AtomicU32 = AtomicU32::new(1);

/// A message service that does as it is told, and takes everything if it is told nothing.
pub struct Scripted {
    answers: Mutex<VecDeque<Result<(), SendError>>>,
    taken: Mutex<Vec<(OutboundText, ServiceSid)>>,
    unreachable: Mutex<bool>,
    told: mpsc::UnboundedSender<String>,
}

impl Scripted {
    /// The service, and a channel on which the body of every send arrives.
    pub fn new() -> (Arc<Self>, mpsc::UnboundedReceiver<String>) {
        let (told, sends) = mpsc::unbounded_channel();
        let taken = Mutex::default();
        let answers = Mutex::default();
        (
            Arc::new(Self {
                answers,
                taken,
                unreachable: Mutex::new(false),
                told,
            }),
            sends,
        )
    }

    /// What it answers to the next sends, in turn.
    pub fn will_answer(&self, answers: impl IntoIterator<Item = Result<(), SendError>>) {
        self.answers.lock().unwrap().extend(answers);
    }

    /// Knows of this text, as if an earlier send had got through.
    pub fn took(&self, text: OutboundText, sid: &str) {
        self.taken
            .lock()
            .unwrap()
            .push((text, ServiceSid(sid.to_owned())));
    }

    /// Whether it can be asked what it took.
    pub fn cannot_be_asked(&self, unreachable: bool) {
        *self.unreachable.lock().unwrap() = unreachable;
    }

    /// What it took, in order.
    pub fn bodies(&self) -> Vec<String> {
        self.taken
            .lock()
            .unwrap()
            .iter()
            .map(|(text, _)| text.body.clone())
            .collect()
    }
}

#[async_trait]
impl MessageService for Scripted {
    async fn send(&self, text: &OutboundText) -> Result<ServiceSid, SendError> {
        self.told.send(text.body.clone()).ok();
        let answer = self.answers.lock().unwrap().pop_front().unwrap_or(Ok(()));
        answer.map(|()| {
            let sid = ServiceSid(format!("SENT{}", NEXT_SID.fetch_add(1, Ordering::Relaxed)));
            self.taken.lock().unwrap().push((text.clone(), sid.clone()));
            sid
        })
    }

    async fn find_sent(
        &self,
        text: &OutboundText,
        _: DateTime<Utc>,
    ) -> Result<Vec<ServiceSid>, SendError> {
        if *self.unreachable.lock().unwrap() {
            return Err(SendError::Transient {
                reason: "it is down".into(),
                retry_after: None,
            });
        }
        let taken = self.taken.lock().unwrap();
        Ok(taken
            .iter()
            .filter(|(known, _)| known == text)
            .map(|(_, sid)| sid.clone())
            .collect())
    }
}
