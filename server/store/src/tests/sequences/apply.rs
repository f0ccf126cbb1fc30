//! Each step, as the store takes it.

use super::hands::interval;
use super::run::Run;
use super::step::Step;
use crate::{messages, releases::release_automatically};
use app::domain::{
    AutoassignMode, BulkChange, CopyKey, Goodbye, ReleaseId, ReleaseKind, ReleaseOrder,
    ReleasePolicy, SecondPassDays, ShownThread,
};
use app::error::AppError;
use app::ports::{CampaignSetup, Campaigns, Conversations, Releases, Requests, SecondPasses};

impl Run {
    /// The step, as the store takes it; how many conversations it says that it changed.
    pub async fn apply(&mut self, step: Step) -> Result<usize, AppError> {
        let (world, store) = (&self.world, self.world.store.clone());
        store.all_rolled_back().await;
        match step {
            Step::Inbound(person) | Step::Stop(person) | Step::Start(person) => {
                let body = match step {
                    Step::Stop(_) => "STOP",
                    Step::Start(_) => "START",
                    _ => "Yes",
                };
                let text = world.text_from_cell(&self.cells[person], body).await;
                messages::receive(&store, &text).await?;
                Ok(1)
            }
            Step::Claim { texter, wanted } => {
                let viewer = self.texter(texter);
                let outcome = Requests::create(&store, viewer, world.general, wanted).await?;
                Ok(outcome.assigned() as usize)
            }
            Step::Send {
                texter,
                conversation,
            } => {
                let id = self.id(conversation);
                // What a page shows: one step back if it can be taken back. Of what is gone it is an old page.
                let epoch = match self.is_there(conversation) {
                    true => {
                        let behind = world.holder(id).await.is_none();
                        world.epoch(id).await - i32::from(behind)
                    }
                    false => 0,
                };
                // Nobody says the same twice, which would be taken for one.
                self.said += 1;
                let text = format!("Hello {}", self.said);
                store
                    .send(self.texter(texter), id, epoch.into(), text)
                    .await?;
                Ok(1)
            }
            Step::Answer {
                conversation,
                after,
            } => self.answer(conversation, after).await,
            Step::Reassign {
                conversation,
                texter,
            } => {
                let receiver = self.texter(texter).member;
                self.change(BulkChange::Reassign(receiver), conversation)
                    .await
            }
            Step::Unassign { conversation } => {
                self.change(BulkChange::Unassign, conversation).await
            }
            Step::CloseInBulk { conversation } => {
                self.change(BulkChange::Close, conversation).await
            }
            Step::Deliver(answer) => self.deliver(answer).await,
            Step::Report { text, report } => self.report(text, report).await,
            Step::ApplyEarlyReports => self.apply_early().await,
            Step::Draft {
                texter,
                conversation,
            } => {
                let id = self.id(conversation);
                store
                    .save_draft(self.texter(texter), id, "Hel".into())
                    .await?;
                Ok(1)
            }
            Step::Close {
                texter,
                conversation,
            } => {
                let (viewer, id) = (self.texter(texter), self.id(conversation));
                let shown = ShownThread::of(&store.open(viewer, id).await?);
                store.close(viewer, id, shown).await?;
                Ok(1)
            }
            Step::Reopen {
                texter,
                conversation,
            } => {
                let (viewer, id) = (self.texter(texter), self.id(conversation));
                let page = store.open(viewer, id).await?.lease_epoch;
                store.reopen(viewer, id, page).await?;
                Ok(1)
            }
            Step::ReleaseEverywhere { minutes } => {
                let policy = ReleasePolicy {
                    interval: interval(minutes),
                    ..ReleasePolicy::default()
                };
                self.release(ReleaseOrder::Everywhere(policy)).await
            }
            Step::ReleaseCampaign { campaign, minutes } => {
                self.release_campaign(campaign, ReleaseKind::Replies, minutes)
                    .await
            }
            Step::ReleaseUnsent { campaign, minutes } => {
                self.release_campaign(campaign, ReleaseKind::Unsent, minutes)
                    .await
            }
            Step::ReleaseMine { texter } => {
                let done = store.release_mine(self.texter(texter)).await?;
                Ok(self.released(done.release, done.conversations))
            }
            Step::ReleaseAutomatically { campaign } => {
                let (organization, campaign) = (world.organization, self.campaigns[campaign]);
                let released = release_automatically(&store, organization, campaign).await?;
                let newest = sqlx::query_scalar(
                    "select coalesce(max(id), 0) from release where organization_id = $1 and scope = 'automatic'",
                )
                .bind(organization.0)
                .fetch_one(&store.pool)
                .await
                .unwrap();
                Ok(self.released(ReleaseId(newest), released))
            }
            Step::SecondPass { campaign, days } => {
                let days = SecondPassDays::try_from(days).unwrap();
                let (admin, campaign) = (&world.admin, self.campaigns[campaign]);
                let done = store.start_second_pass(admin, campaign, days).await?;
                Ok(self.released(done.release, done.conversations))
            }
            Step::UndoLast => {
                let Some(release) = self.last_release else {
                    return Ok(0);
                };
                let done = store.undo(&world.admin, release).await?;
                Ok(done.conversations as usize)
            }
            Step::TurnArchived { campaign } => {
                // As the model has it after this step.
                let archived = self.model.campaigns[campaign].archived;
                let (admin, campaign) = (&world.admin, self.campaigns[campaign]);
                if archived {
                    CampaignSetup::archive(&store, admin, campaign, true).await?;
                } else {
                    CampaignSetup::unarchive(&store, admin, campaign).await?;
                }
                Ok(0)
            }
            Step::TurnPaused { campaign } => {
                let paused = self.model.campaigns[campaign].paused;
                let (admin, campaign) = (&world.admin, self.campaigns[campaign]);
                if paused {
                    CampaignSetup::pause(&store, admin, campaign, true).await?;
                } else {
                    CampaignSetup::resume(&store, admin, campaign).await?;
                }
                Ok(0)
            }
            Step::Copy { campaign } => {
                self.said += 1;
                let (admin, campaign) = (&world.admin, self.campaigns[campaign]);
                let key = CopyKey(self.said.into());
                CampaignSetup::copy(&store, admin, campaign, "Copy", key).await?;
                Ok(0)
            }
            Step::TurnEscalated { conversation } => {
                if !self.is_there(conversation) {
                    return Ok(0);
                }
                let id = self.id(conversation);
                world.change(id, "escalated = not escalated".into()).await;
                // By a tag that no team holds.
                let tag = world.escalation_tag("Legal").await;
                sqlx::query(
                    "with lifted as (
                         delete from conversation_tag ct
                          using conversation cv
                          where cv.id = $1 and not cv.escalated
                            and ct.organization_id = cv.organization_id and ct.conversation_id = cv.id)
                     insert into conversation_tag (organization_id, conversation_id, tag_id, created_at)
                     select organization_id, id, $2, now() from conversation where id = $1 and escalated",
                )
                .bind(id.0)
                .bind(tag.0)
                .execute(&store.pool)
                .await
                .unwrap();
                Ok(1)
            }
            Step::OptOut {
                texter,
                conversation,
                with_goodbye,
            } => {
                let (viewer, id) = (self.texter(texter), self.id(conversation));
                let goodbye = match with_goodbye {
                    true => Goodbye::Standard,
                    false => Goodbye::None,
                };
                store.opt_out(viewer, id, goodbye).await?;
                self.model.opt_out(conversation, with_goodbye);
                Ok(1)
            }
            Step::Import { campaign, person } => self.import(campaign, person).await,
            Step::UndoImport => self.undo_import().await,
            Step::DeleteUnmessaged { campaign } => self.delete_unmessaged(campaign).await,
            Step::ImportOptOut { person } => self.import_opt_out(person).await,
            Step::LiftOptOut { person } => self.lift_opt_out(person).await,
            Step::Policy {
                campaign,
                auto_assign,
                minutes,
            } => {
                let (admin, campaign) = (&world.admin, self.campaigns[campaign]);
                let opened = store.autoassign(admin, campaign).await?;
                let mode = AutoassignMode {
                    auto_assign,
                    auto_release: minutes.map(interval),
                };
                let version = opened.version;
                store
                    .save_autoassign(admin, campaign, version, mode)
                    .await?;
                Ok(0)
            }
            Step::Clock { .. } => {
                store.clock.set(self.model.now);
                Ok(0)
            }
        }
    }
}
