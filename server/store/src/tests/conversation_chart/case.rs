//! A conversation in a state of the chart, and what happens to it.

use super::State;
use crate::testing::{Thread, World};
use crate::{messages, releases::release_automatically};
use app::domain::{
    CampaignId, ConversationId, ConversationStatus, Goodbye, IdleInterval, ReleaseId, ReleaseKind,
    ReleaseOrder, SecondPassDays, ShownThread, Texter,
};
use app::error::AppError;
use app::ports::{Conversations, MemberRoles, Releases, Requests, SecondPasses, Suspension};

/// Everything about a conversation that an event may move, except that a refused text is kept.
#[derive(Debug, PartialEq, sqlx::FromRow)]
pub(super) struct Row {
    pub status: String,
    pub assigned_to: Option<i64>,
    released_from: Option<i64>,
    pub lease_epoch: i32,
    waiting_since: Option<chrono::DateTime<chrono::Utc>>,
    held_since: Option<chrono::DateTime<chrono::Utc>>,
    opted_out: bool,
    pub texted: bool,
}

/// A conversation that was released from Ann, and is in the state that is asked for.
pub(super) struct Case<'a> {
    world: &'a World,
    other: &'a Texter,
    pub campaign: CampaignId,
    conversation: ConversationId,
    release: ReleaseId,
}

impl<'a> Case<'a> {
    pub async fn new(
        world: &'a World,
        other: &'a Texter,
        State {
            status,
            again,
            held,
        }: State,
    ) -> Self {
        let campaign = world.campaign().await;
        let on = "auto_release_minutes = 30";
        world.change_campaign(campaign, on).await;
        let unsent = status == ConversationStatus::NeedsMessage;
        let texted = if unsent && !again { vec![] } else { vec![120] };
        let thread = Thread {
            inbound: if again { vec![] } else { texted.clone() },
            outbound: texted.iter().map(|minutes| minutes + 120).collect(),
            claimed: Some(120),
            drafted: None,
        };
        let conversation = world.thread(campaign, Some(&world.ann), &thread).await;
        if unsent && !again {
            let initial = "status = 'needs_message'".into();
            world.change(conversation, initial).await;
        }
        let kind = if unsent {
            ReleaseKind::Unsent
        } else {
            ReleaseKind::Replies
        };
        let released = if again {
            let days = SecondPassDays::try_from(0).unwrap();
            let taken = world.store.start_second_pass(&world.admin, campaign, days);
            taken.await.unwrap()
        } else {
            let order = ReleaseOrder::on_campaign(campaign, kind, IdleInterval::ONE_HOUR, false);
            world.store.start(&world.admin, order).await.unwrap()
        };
        assert_eq!(released.conversations, 1);
        let holder = if held {
            format!(
                "assigned_to = {}, lease_epoch = lease_epoch + 1,",
                world.ann.member
            )
        } else {
            String::new()
        };
        let waits = if status == ConversationStatus::NeedsResponse {
            "waiting_since"
        } else {
            "null"
        };
        world
            .change(
                conversation,
                format!(
                    "{holder} status = '{status}', waiting_since = {waits}, closed_wait = waiting_since"
                ),
            )
            .await;
        Self {
            world,
            other,
            campaign,
            conversation,
            release: released.release,
        }
    }

    pub async fn row(&self) -> Row {
        sqlx::query_as(
            "select status::text, assigned_to, released_from, lease_epoch, waiting_since, held_since, opted_out,
                    exists (select from message where conversation_id = $1 and direction = 'outbound') as texted
               from conversation where id = $1",
        )
        .bind(self.conversation.0)
        .fetch_one(&self.world.store.pool)
        .await
        .unwrap()
    }

    /// Does it, and says who did. A refusal is an answer like any other.
    pub async fn happen(&self, event: &str, held: bool) -> (Result<(), AppError>, &'static str) {
        let (world, store, id) = (self.world, &self.world.store, self.conversation);
        let epoch = world.epoch(id).await;
        let send = |viewer, epoch: i32| store.send(viewer, id, epoch.into(), "Hello".into());
        let order =
            |kind| ReleaseOrder::on_campaign(self.campaign, kind, IdleInterval::ONE_HOUR, false);
        let write = async |body| {
            let text = world.text_from(id, body).await;
            messages::receive(store, &text).await.unwrap();
            Ok(())
        };
        match event {
            "text out" if held => (send(&world.ann, epoch).await, "its texter"),
            // Nobody holds it: one who never had it tries.
            "text out" => (send(self.other, epoch).await, "its texter"),
            "text in" => (write("Yes").await, "the contact"),
            "stop word" => (write(" Stop ").await, "the contact"),
            "hand-out" => {
                let asked = store.create(self.other, world.general, 5).await;
                (asked.map(drop), "another texter")
            }
            "release by hand" => {
                let done = store.start(&world.admin, order(ReleaseKind::Replies)).await;
                (done.map(drop), "an admin")
            }
            "automatic release" => {
                let (organization, campaign) = (world.organization, self.campaign);
                let done = release_automatically(store, organization, campaign).await;
                (done.map(drop).map_err(AppError::from), "the engine")
            }
            "release by the texter" => {
                (store.release_mine(&world.ann).await.map(drop), "its texter")
            }
            "release unsent" => {
                let done = store.start(&world.admin, order(ReleaseKind::Unsent)).await;
                (done.map(drop), "an admin")
            }
            "suspension" => {
                let suspension = Suspension {
                    member: world.ann.member,
                    was: world.ann.role,
                    and_release: true,
                };
                let done = store.suspend(&world.admin, suspension).await;
                let lifted = store.lift_suspension(&world.admin, world.ann.member);
                assert_eq!(lifted.await, Ok(world.ann.role));
                (done.map(drop), "an admin")
            }
            "second pass" => {
                let days = SecondPassDays::try_from(0).unwrap();
                let done = store.start_second_pass(&world.admin, self.campaign, days);
                (done.await.map(drop), "an admin")
            }
            "undo" => {
                let done = store.undo(&world.admin, self.release).await;
                (done.map(drop), "an admin")
            }
            // The page is from before the release.
            "take back" => (send(&world.ann, epoch - 1).await, "who lost it"),
            "opt-out" => {
                let who = if held { "its texter" } else { "who lost it" };
                let done = store.opt_out(&world.ann, id, Goodbye::Standard).await;
                (done.map(drop), who)
            }
            "close" => {
                let view = store.open(&world.ann, id).await.unwrap();
                // The page of who lost it, too, once knew that they held it.
                let shown = ShownThread {
                    lease_epoch: epoch,
                    ..ShownThread::of(&view)
                };
                (store.close(&world.ann, id, shown).await, "its texter")
            }
            "reopen" => (store.reopen(&world.ann, id, epoch).await, "its texter"),
            "escalate" => {
                let tag = self.world.escalation_tag("Threat").await;
                let done = store.tag(&world.ann, id, epoch, vec![tag]).await;
                (done.map(drop), "its texter")
            }
            "move" | "merge" => {
                let running = world.campaign().await;
                if event == "merge" {
                    let there = world.pooled(running, 60).await;
                    world.same_contact(id, there).await;
                }
                let archived = "archived_at = now()";
                world.change_campaign(self.campaign, archived).await;
                let done = store.move_reply(&world.admin, id, running).await;
                world.change_campaign(running, archived).await;
                (done, "an admin")
            }
            unknown => panic!("{unknown}"),
        }
    }
}
