//! One conversation that is opened to be read, or in Message Review.

use crate::http::AppState;
use crate::http::live::changes::ChangeSet;
use crate::http::live::event::SourceEvent;
use crate::http::live::pace::REFRESH_INTERVAL;
use crate::http::live::source::Source;
use app::domain::{CampaignId, ConversationId, Role, Texter};
use app::error::AppError;
use server_store::database::{RESPOND_WITHIN, answered};
use server_store::notify::Change;
use tokio::time::Instant;

/// `shown` events: the number of what there is to be shown ([`app::domain::ConversationView::shown`]), at first and whenever
/// it is another one. Upon one that is not its own the page fetches itself anew.
///
/// Texters, of whom there are hundreds, are asked for only upon what names them. Those who read all conversations are few:
/// for them it is read upon whatever happens to the campaign.
pub(in crate::http::live) struct OpenedConversation {
    state: AppState,
    viewer: Texter,
    conversation: ConversationId,
    campaign: Option<CampaignId>,
    sent: Option<i64>,
}

impl OpenedConversation {
    pub fn new(state: AppState, viewer: Texter, conversation: ConversationId) -> Self {
        Self {
            state,
            viewer,
            conversation,
            campaign: None,
            sent: None,
        }
    }
}

impl Source for OpenedConversation {
    fn concerns(&self, change: &Change) -> bool {
        let mut reports = change.reports.iter();
        let reads_all = self.viewer.role >= Role::Supervolunteer;
        let campaign = self.campaign.filter(|_| reads_all);
        change.members.contains(&self.viewer.member)
            || campaign.is_some_and(|campaign| change.campaigns.contains(&campaign))
            || reports.any(|(_, conversation)| *conversation == self.conversation)
    }

    fn deadline(&self) -> Instant {
        Instant::now() + REFRESH_INTERVAL
    }

    async fn read(&mut self, _: &ChangeSet) -> Result<Vec<SourceEvent>, AppError> {
        let shown = self.state.store.shown(&self.viewer, self.conversation);
        let Some(shown) = answered(RESPOND_WITHIN, shown).await? else {
            return Ok(Vec::new());
        };
        self.campaign = Some(shown.campaign);
        if self.sent.replace(shown.version) == Some(shown.version) {
            return Ok(Vec::new());
        }
        Ok(vec![SourceEvent::number("shown", shown.version)])
    }
}
