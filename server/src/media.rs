//! What came along with inbound texts: from the store, or from the service that has it, when somebody asks for it.
//!
//! It is fetched then and not before, because most of it nobody opens; services keep it until their customer deletes it.
//! From then on it is in the database, whatever becomes of the account.

use app::domain::{MediaId, MediaKind, Texter};
use app::error::AppError;
use sentences::page;
use server_sms::{Media, MediaError, Services};
use server_store::database::{RESPOND_WITHIN, answered};
use server_store::{Store, media};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::timeout;

/// How many are fetched at once: each may take five megabytes of memory.
const FETCHES: usize = 4;
/// How long one waits for its turn.
const TURN: Duration = Duration::from_secs(3);

/// The media of the store, and the services that have the others. Cheap to clone.
#[derive(Clone)]
pub struct InboundMedia {
    store: Store,
    services: Services,
    fetches: Arc<Semaphore>,
}

/// Why there is nothing to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotShown {
    /// As for anything that is asked for.
    Refused(AppError),
    /// The service does not hand it out, or it is not shown.
    Service(MediaError),
    /// The service that delivered it is not configured here.
    NotConfigured,
}

impl NotShown {
    /// What its reader is told.
    pub fn sentence(&self) -> String {
        match self {
            Self::Refused(error) => error.to_string(),
            Self::NotConfigured => page::carrier_is_not_configured().to_owned(),
            Self::Service(error) => match error {
                MediaError::NotReached(_) | MediaError::NoAnswer => page::carrier_does_not_answer(),
                MediaError::Refused => page::carrier_refused_the_account(),
                MediaError::Gone | MediaError::Elsewhere => page::carrier_has_it_no_more(),
                MediaError::WrongType(_) => page::its_type_is_not_shown(),
                MediaError::TooLarge => page::it_is_too_large(),
            }
            .to_owned(),
        }
    }
}

impl InboundMedia {
    /// The media of the store, and of these services.
    pub fn new(store: Store, services: Services) -> Self {
        Self {
            store,
            services,
            fetches: Arc::new(Semaphore::new(FETCHES)),
        }
    }

    /// The content, for who may see the text that it came with. What is fetched is kept.
    ///
    /// # Errors
    /// [`NotShown`], of which the reader is told the sentence.
    pub async fn get(&self, viewer: &Texter, id: MediaId) -> Result<Media, NotShown> {
        let found = answered(RESPOND_WITHIN, media::find(&self.store, viewer, id)).await;
        let found = found.map_err(|error| NotShown::Refused(error.into()))?;
        if let Some(content) = found.content {
            return Ok(Media {
                content_type: found.content_type,
                content,
            });
        }
        if MediaKind::of(&found.content_type).is_none() {
            return Err(NotShown::Service(MediaError::WrongType(found.content_type)));
        }
        let service = self.services.get(found.service);
        let service = service.ok_or(NotShown::NotConfigured)?;
        let turn = timeout(TURN, self.fetches.acquire()).await;
        let Ok(Ok(_turn)) = turn else {
            return Err(NotShown::Refused(AppError::Busy));
        };
        let fetched = service.fetch_media(&found.source).await;
        let fetched = fetched.map_err(|error| {
            tracing::warn!(media = %id, %error, "media of a text could not be fetched");
            NotShown::Service(error)
        })?;
        let (content_type, content) = (&fetched.content_type, &fetched.content);
        let kept = media::keep(&self.store, viewer.organization, id, content_type, content);
        // It is shown all the same, and fetched once more the next time.
        if let Err(error) = answered(RESPOND_WITHIN, kept).await {
            tracing::warn!(media = %id, %error, "media of a text could not be recorded");
        }
        Ok(fetched)
    }
}
