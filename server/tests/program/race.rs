//! What two servers compete for.
#![expect(
    clippy::unwrap_used,
    reason = "it is part of tests, though not of test functions"
)]

use crate::two_servers::{Member, Server, TwoServers};
use app::domain::ReleaseProgress;
use app::error::AppError;
use app::view_models::RequestNotice;

/// The stage of every race: one reply that Ann holds, and what happened to it since.
pub struct Race {
    pub baton: TwoServers,
    pub admin: Member,
    pub ann: Member,
    pub ben: Member,
    pub reply: i64,
}

impl Race {
    pub async fn new() -> Self {
        let baton = TwoServers::start().await;
        let admin = baton.member("admin").await;
        let ann = baton.member("texter").await;
        let ben = baton.member("texter").await;
        let reply = baton.replies(Some(&ann), 1).await;
        Self {
            baton,
            admin,
            ann,
            ben,
            reply,
        }
    }

    /// Back to where every round begins: somebody has waited two hours, for Ann or in the pool.
    pub async fn again(&self, held: bool) {
        let holder = if held {
            self.ann.id.to_string()
        } else {
            "null".to_owned()
        };
        self.baton
            .execute(format!(
                "update conversation
                    set status = 'needs_response', assigned_to = {holder}, released_from = null,
                        waiting_since = statement_timestamp() - interval '2 hours',
                        held_since = statement_timestamp() - interval '3 hours',
                        lease_epoch = lease_epoch + 1
                  where id = {}",
                self.reply
            ))
            .await;
    }

    /// How often a change of hands of this kind was written down so far.
    pub async fn events(&self, reason: &str) -> i64 {
        self.baton
            .number(format!(
                "select count(*) from assignment_event
                  where reason = '{reason}' and {} = any(conversation_ids)",
                self.reply
            ))
            .await
    }

    pub async fn holder(&self) -> i64 {
        self.baton
            .number(format!(
                "select coalesce(assigned_to, 0) from conversation where id = {}",
                self.reply
            ))
            .await
    }

    pub async fn release(&self, server: Server) -> ReleaseProgress {
        self.baton.release_everywhere(server, &self.admin).await
    }

    pub async fn released(&self, server: Server) -> i64 {
        i64::from(self.release(server).await.conversations)
    }

    pub async fn claimed(&self, server: Server, person: &Member) -> i64 {
        let form = [
            ("pool", self.baton.general.to_string()),
            ("wanted", "5".to_owned()),
        ];
        let notice: RequestNotice = self
            .baton
            .call(server, person, "requests/create", &form)
            .await
            .unwrap();
        // "1 of 5: that was all there is", or that there was nothing.
        let number = notice.sentence.split(' ').next().unwrap();
        number.parse().unwrap_or(0)
    }

    /// Sends by the page that Ann has open, which says the last text that it shows, if there is one.
    pub async fn send(
        &self,
        server: Server,
        epoch: i64,
        last_text: Option<i64>,
    ) -> Result<String, AppError> {
        let mut form = vec![
            ("conversation", self.reply.to_string()),
            ("lease_epoch", epoch.to_string()),
            ("body", "Thank you!".to_owned()),
        ];
        form.extend(last_text.map(|id| ("last_text", id.to_string())));
        self.baton
            .call(server, &self.ann, "conversations/send", &form)
            .await
    }

    pub async fn epoch(&self) -> i64 {
        self.baton
            .number(format!(
                "select lease_epoch::bigint from conversation where id = {}",
                self.reply
            ))
            .await
    }

    pub async fn last_text(&self) -> Option<i64> {
        let id = self
            .baton
            .number(format!(
                "select coalesce(max(id), 0) from message
                  where direction = 'outbound' and conversation_id = {}",
                self.reply
            ))
            .await;
        (id != 0).then_some(id)
    }

    pub async fn sent(&self) -> i64 {
        self.baton
            .number(format!(
                "select count(*) from message where direction = 'outbound' and conversation_id = {}",
                self.reply
            ))
            .await
    }

    pub async fn requests_that_got_it(&self) -> i64 {
        self.baton
            .number(format!(
                "select coalesce(sum(assigned), 0)::bigint from assignment_request
                  where organization_id = {}",
                self.baton.organization
            ))
            .await
    }
}
