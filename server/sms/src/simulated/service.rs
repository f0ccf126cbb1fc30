use super::{Manner, answer};
use crate::{MessageService, SendError};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use server_message::{OutboundText, ServiceSid};
use server_store::{Store, StoreError, simulated};

/// The simulated message service. What it took, and the answers, are in the database.
pub struct Simulated {
    store: Store,
    manner: Manner,
}

impl Simulated {
    /// A service whose contacts behave in this manner.
    pub fn new(store: Store, manner: Manner) -> Self {
        Self { store, manner }
    }

    async fn take(&self, text: &OutboundText) -> Result<Option<ServiceSid>, StoreError> {
        let clock = &self.store.clock;
        let mut tx = self.store.begin().await?;
        let Some(taken) = simulated::take(&mut tx, clock, text).await? else {
            return Ok(None);
        };
        if let Some(reply) = answer(&self.manner, text, taken.turn) {
            let (contact, number) = (text.to.as_str(), text.from.as_str());
            simulated::plan(
                &mut tx,
                clock,
                taken.organization,
                contact,
                number,
                &reply.body,
                reply.delay,
            )
            .await?;
        }
        tx.commit().await?;
        Ok(Some(taken.sid))
    }
}

#[async_trait]
impl MessageService for Simulated {
    async fn send(&self, text: &OutboundText) -> Result<ServiceSid, SendError> {
        match self.take(text).await {
            Ok(Some(sid)) => Ok(sid),
            Ok(None) => Err(SendError::Permanent {
                reason: "The number is not served by the simulated service.".into(),
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
}
