//! The simulated message service over the store.

use super::{Behavior, answer, arrives, reports};
use crate::{Media, MediaError, MessageService, SendError};
use app::domain::{Sender, SenderCheck};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use server_message::{OutboundText, ServiceSid};
use server_store::simulated::{self, PICTURE};
use server_store::{Store, StoreError};

/// The picture that contacts send.
const PICTURE_PNG: &[u8] = include_bytes!("picture.png");

/// The simulated message service. Accepted texts and planned answers are in the database.
pub struct Simulated {
    store: Store,
    behavior: Behavior,
}

impl Simulated {
    /// A service whose contacts have this behavior.
    pub fn new(store: Store, behavior: Behavior) -> Self {
        Self { store, behavior }
    }

    async fn accept(&self, text: &OutboundText) -> Result<Option<ServiceSid>, StoreError> {
        let clock = &self.store.clock;
        let mut tx = self.store.begin().await?;
        let Some(accepted) = simulated::take(&mut tx, clock, text).await? else {
            return Ok(None);
        };
        let reports = reports(&self.behavior, text, accepted.turn);
        simulated::plan_reports(&mut tx, clock, text, &accepted, &reports).await?;
        if arrives(&reports)
            && let Some(reply) = answer(&self.behavior, text, accepted.turn)
        {
            let (contact, number) = (text.to.as_str(), text.from.as_str());
            simulated::plan(
                &mut tx,
                clock,
                accepted.organization,
                contact,
                number,
                &reply.body,
                false,
                reply.delay,
            )
            .await?;
        }
        tx.commit().await?;
        Ok(Some(accepted.sid))
    }
}

#[async_trait]
impl MessageService for Simulated {
    async fn send(&self, text: &OutboundText) -> Result<ServiceSid, SendError> {
        match self.accept(text).await {
            Ok(Some(sid)) => Ok(sid),
            Ok(None) => Err(SendError::Permanent {
                reason: "The sender is not served by the simulated service.".into(),
                code: None,
            }),
            // The connection may have been lost after the commit.
            Err(error) => Err(SendError::Uncertain {
                reason: error.to_string(),
            }),
        }
    }

    async fn find_sent(
        &self,
        text: &OutboundText,
        since: DateTime<Utc>,
    ) -> Result<Vec<ServiceSid>, SendError> {
        simulated::find_sent(&self.store, text, since)
            .await
            .map_err(|error| SendError::Transient {
                reason: error.to_string(),
                retry_after: None,
            })
    }

    async fn check_sender(&self, _: &Sender, _: &str) -> SenderCheck {
        SenderCheck::Simulated
    }

    async fn fetch_media(&self, source: &str) -> Result<Media, MediaError> {
        if source != PICTURE {
            return Err(MediaError::Gone);
        }
        Ok(Media {
            content_type: "image/png".into(),
            content: PICTURE_PNG.to_vec(),
        })
    }
}
