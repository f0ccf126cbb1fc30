//! The steps that take conversations from somebody, as the store takes them.

use super::run::Run;
use app::domain::{
    AfterAnswer, BulkChange, BulkChosen, BulkState, Direction, IdleInterval, PageState, ReleaseId,
    ReleaseKind, ReleaseOrder,
};
use app::error::AppError;
use app::ports::{BulkActions, Releases, Reviews};

pub(super) fn interval(minutes: u32) -> IdleInterval {
    IdleInterval::from_minutes(minutes).unwrap()
}

impl Run {
    /// Answers from a page of Message Review that was opened at this moment.
    pub(super) async fn answer(
        &mut self,
        conversation: usize,
        after: AfterAnswer,
    ) -> Result<usize, AppError> {
        let (store, vera, id) = (&self.world.store, &self.vera, self.id(conversation));
        let view = store.review(vera, id).await?.view;
        let mut texts = view.messages.iter().rev();
        let page = PageState {
            lease_epoch: view.lease_epoch,
            last_text: texts
                .find(|text| text.direction == Direction::Outbound)
                .map(|text| text.id),
        };
        self.said += 1;
        let text = format!("Hello {}", self.said);
        let had_it = self.world.holder(id).await;
        store.answer(vera, id, page, text, after).await?;
        if self.world.holder(id).await == had_it {
            self.answered.insert((id.0, page.lease_epoch + 1));
        }
        Ok(1)
    }

    /// Changes a conversation by a bulk action: it is counted, and carried out in batches.
    pub(super) async fn change(
        &mut self,
        change: BulkChange,
        conversation: usize,
    ) -> Result<usize, AppError> {
        let (store, vera) = (&self.world.store, &self.vera);
        let chosen = BulkChosen::These(vec![self.id(conversation)]);
        let action = store.prepare_bulk_action(vera, change, chosen).await?;
        store.start_bulk_action(vera, action).await?;
        let state = store.bulk_action(vera, action).await?.state;
        match state {
            BulkState::Started { progress, .. } => {
                Ok(self.released(progress.release, progress.conversations))
            }
            _ => Ok(0),
        }
    }

    pub(super) async fn release(&mut self, order: ReleaseOrder) -> Result<usize, AppError> {
        let done = self.world.store.start(&self.world.admin, order).await?;
        Ok(self.released(done.release, done.conversations))
    }

    pub(super) fn released(&mut self, release: ReleaseId, conversations: u32) -> usize {
        if conversations > 0 {
            self.last_release = Some(release);
        }
        conversations as usize
    }

    pub(super) async fn release_campaign(
        &mut self,
        campaign: usize,
        kind: ReleaseKind,
        minutes: u32,
    ) -> Result<usize, AppError> {
        let campaign = self.campaigns[campaign];
        let order = ReleaseOrder::on_campaign(campaign, kind, interval(minutes), false);
        self.release(order).await
    }
}
