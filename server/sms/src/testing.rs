//! A scripted message service. Only tests and the feature `testing` compile it.

#![allow(
    clippy::unwrap_used,
    reason = "a lock is poisoned only in a test that has failed"
)]

use super::{Media, MediaError, MessageService, SendError};
use app::domain::{Sender, SenderCheck};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use server_message::{OutboundText, ServiceSid};
use std::collections::VecDeque;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use tokio::sync::mpsc;

static NEXT_SID: AtomicU32 = AtomicU32::new(1);

/// A message service that answers by a script, and accepts everything when the script has ended.
pub struct Scripted {
    answers: Mutex<VecDeque<Result<(), SendError>>>,
    received: Mutex<Vec<(OutboundText, ServiceSid)>>,
    unreachable: Mutex<bool>,
    media: Mutex<VecDeque<Result<Media, MediaError>>>,
    sent: mpsc::UnboundedSender<String>,
}

impl Scripted {
    /// The service, and a channel on which the body of every send arrives.
    pub fn new() -> (Arc<Self>, mpsc::UnboundedReceiver<String>) {
        let (sent, sends) = mpsc::unbounded_channel();
        let received = Mutex::default();
        let answers = Mutex::default();
        (
            Arc::new(Self {
                answers,
                received,
                unreachable: Mutex::new(false),
                media: Mutex::default(),
                sent,
            }),
            sends,
        )
    }

    /// Appends answers to the script.
    pub fn script_answers(&self, answers: impl IntoIterator<Item = Result<(), SendError>>) {
        self.answers.lock().unwrap().extend(answers);
    }

    /// Adds a text that [`MessageService::find_sent`] finds, as if an earlier send had succeeded.
    pub fn add_sent(&self, text: OutboundText, sid: &str) {
        self.received
            .lock()
            .unwrap()
            .push((text, ServiceSid(sid.to_owned())));
    }

    /// Sets whether [`MessageService::find_sent`] fails.
    pub fn set_unreachable(&self, unreachable: bool) {
        *self.unreachable.lock().unwrap() = unreachable;
    }

    /// Appends what [`MessageService::fetch_media`] answers; when that has ended there is nothing.
    pub fn script_media(&self, answers: impl IntoIterator<Item = Result<Media, MediaError>>) {
        self.media.lock().unwrap().extend(answers);
    }

    /// The bodies of accepted texts, in order.
    pub fn bodies(&self) -> Vec<String> {
        self.received
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
        self.sent.send(text.body.clone()).ok();
        let answer = self.answers.lock().unwrap().pop_front().unwrap_or(Ok(()));
        answer.map(|()| {
            let sid = ServiceSid(format!("SENT{}", NEXT_SID.fetch_add(1, Ordering::Relaxed)));
            self.received
                .lock()
                .unwrap()
                .push((text.clone(), sid.clone()));
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
        let received = self.received.lock().unwrap();
        Ok(received
            .iter()
            .filter(|(sent, _)| sent == text)
            .map(|(_, sid)| sid.clone())
            .collect())
    }

    async fn check_sender(&self, _: &Sender, _: &str) -> SenderCheck {
        if *self.unreachable.lock().unwrap() {
            SenderCheck::NotReached
        } else {
            SenderCheck::Works
        }
    }

    async fn fetch_media(&self, _: &str) -> Result<Media, MediaError> {
        let answer = self.media.lock().unwrap().pop_front();
        answer.unwrap_or(Err(MediaError::Gone))
    }
}
