//! The rules of the specification over a handful of conversations in memory.

mod contacts;
mod hand;
mod outbox;
mod reassign;
mod reports;
mod undo;

pub(super) use outbox::{LATER, ServiceAnswer, Text, TextState};
pub(super) use reports::{EARLY, EarlyReport, RECORDED, REPEATED, Report};
pub(super) use undo::{Release, Statuses};

use super::step::Step;
use app::domain::ConversationStatus;
use chrono::{DateTime, TimeDelta, Utc};
use server_message::Keyword;
use std::collections::BTreeMap;

/// The place of the reviewer, behind those of the texters.
pub(super) const REVIEWER: usize = 2;

/// A conversation, as far as the rules look at it. Texters are named by their place, and so is the reviewer.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Conversation {
    pub campaign: usize,
    /// Who the contact is: the same person may be on several campaigns.
    pub person: usize,
    /// By which import it came.
    pub import: Option<usize>,
    /// It was deleted.
    pub gone: bool,
    pub status: ConversationStatus,
    pub holder: Option<usize>,
    pub released_from: Option<usize>,
    pub waiting_since: Option<DateTime<Utc>>,
    /// Since when the contact waited when it was closed by hand.
    pub closed_wait: Option<DateTime<Utc>>,
    /// How many messages of the sequence are in it.
    pub said: usize,
    /// Whether the contact ever wrote in it.
    pub heard: bool,
    /// Whether the last that they wrote in it was a stop word.
    pub said_stop: bool,
    pub held_since: Option<DateTime<Utc>>,
    pub draft_edited_at: Option<DateTime<Utc>>,
    pub epoch: i32,
    pub opted_out: bool,
    pub escalated: bool,
    /// The text that the sequence begins with, which has reached them, and its place among all.
    pub began_with: Option<(DateTime<Utc>, usize)>,
    /// When somebody last texted them, and the place of that text among all; if nobody did, what they write belongs
    /// to no conversation.
    pub texted: Option<(DateTime<Utc>, usize)>,
}

impl Conversation {
    /// Whether it is there, and its contact is this person and opted out.
    pub fn is_opted_out(&self, person: usize) -> bool {
        !self.gone && self.opted_out && self.person == person
    }
}

#[derive(Debug, Clone)]
pub(super) struct Campaign {
    pub archived: bool,
    pub paused: bool,
    pub auto_assign: bool,
    pub auto_release: Option<u32>,
}

/// Somebody whom nobody may text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct OptOut {
    pub since: DateTime<Utc>,
    /// By a stop word, or as their carrier says, be it after somebody else recorded it: they may lift it. What others
    /// alone recorded they may not.
    pub by_themselves: bool,
}

/// A keyword that somebody sent in a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Said {
    pub person: usize,
    pub at: DateTime<Utc>,
    pub keyword: Keyword,
}

#[derive(Debug, Clone)]
pub(super) struct Model {
    pub now: DateTime<Utc>,
    pub campaigns: Vec<Campaign>,
    pub conversations: Vec<Conversation>,
    pub last: Option<Release>,
    /// How many imports there were.
    pub imports: usize,
    /// How many texts were written.
    pub texts: usize,
    /// Those that go out, in their order.
    pub outbox: Vec<Text>,
    /// What was reported of texts that are not known yet, by their place in the outbox.
    pub early: BTreeMap<usize, EarlyReport>,
    /// The persons whom nobody may text.
    pub opted_out: BTreeMap<usize, OptOut>,
    /// The opt-outs that were lifted: whose, from when until when.
    pub lifted: Vec<(usize, DateTime<Utc>, DateTime<Utc>)>,
    /// The keywords that came, in their order.
    pub keywords: Vec<Said>,
}

/// What a step is expected to answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Expected {
    /// It goes through, and changes so many conversations.
    Changes(usize),
    /// It is refused.
    Refused,
    /// Either; it depends on what the model does not know.
    Either,
}

impl Campaign {
    /// Texts of it are sent, handed out and released.
    pub fn runs(&self) -> bool {
        !self.archived && !self.paused
    }
}

impl Model {
    /// What becomes of everything.
    pub fn apply(&mut self, step: Step) -> Expected {
        match step {
            Step::Inbound(person) => self.inbound(person, None),
            Step::Stop(person) => self.inbound(person, Some(Keyword::Stop)),
            Step::Start(person) => self.start(person),
            Step::Claim { texter, wanted } => self.claim(texter, wanted as usize),
            Step::Send {
                texter,
                conversation,
            } => self.send(texter, conversation),
            Step::Answer {
                conversation,
                after,
            } => self.answer(conversation, after),
            Step::Reassign {
                conversation,
                texter,
            } => self.reassign(conversation, texter),
            Step::Unassign { conversation } => self.unassign(conversation),
            Step::CloseInBulk { conversation } => self.close_in_bulk(conversation),
            Step::Deliver(answer) => self.deliver(answer),
            Step::Report { text, report } => self.report(text, report),
            Step::ApplyEarlyReports => self.apply_early(),
            Step::Draft {
                texter,
                conversation,
            } => self.draft(texter, conversation),
            Step::Close {
                texter,
                conversation,
            } => self.close(texter, conversation),
            Step::Reopen {
                texter,
                conversation,
            } => self.reopen(texter, conversation),
            Step::ReleaseEverywhere { minutes } => self
                .release(ConversationStatus::NeedsResponse, |model, c| {
                    model.campaigns[c.campaign].auto_assign && model.idle(c, minutes)
                }),
            Step::ReleaseCampaign { campaign, minutes } => {
                self.release(ConversationStatus::NeedsResponse, |model, c| {
                    c.campaign == campaign
                        && model.campaigns[campaign].auto_assign
                        && model.idle(c, minutes)
                })
            }
            Step::ReleaseUnsent { campaign, minutes } => {
                self.release(ConversationStatus::NeedsMessage, |model, c| {
                    c.campaign == campaign
                        && model.campaigns[campaign].auto_assign
                        && model.idle(c, minutes)
                })
            }
            Step::ReleaseMine { texter } => self
                .release(ConversationStatus::NeedsResponse, |_, c| {
                    c.holder == Some(texter)
                }),
            Step::ReleaseAutomatically { campaign } => {
                self.release(ConversationStatus::NeedsResponse, |model, c| {
                    let settings = &model.campaigns[campaign];
                    c.campaign == campaign
                        && settings.auto_assign
                        && settings
                            .auto_release
                            .is_some_and(|minutes| model.idle(c, minutes))
                })
            }
            Step::SecondPass { campaign, days } => self.second_pass(campaign, days),
            Step::UndoLast => self.undo(),
            Step::TurnArchived { campaign } => {
                let settings = &mut self.campaigns[campaign];
                settings.archived = !settings.archived;
                if settings.runs() {
                    self.queue_held(campaign);
                }
                Expected::Changes(0)
            }
            Step::TurnPaused { campaign } => {
                let settings = &mut self.campaigns[campaign];
                if settings.archived {
                    return Expected::Refused;
                }
                settings.paused = !settings.paused;
                if !settings.paused {
                    self.queue_held(campaign);
                }
                Expected::Changes(0)
            }
            Step::Copy { .. } => Expected::Changes(0),
            Step::TurnEscalated { conversation } => {
                let Some(conversation) = self.live(conversation) else {
                    return Expected::Changes(0);
                };
                conversation.escalated = !conversation.escalated;
                Expected::Changes(1)
            }
            // Who may is known to the history alone; it is applied when it was accepted.
            Step::OptOut { conversation, .. } => match self.live(conversation) {
                Some(_) => Expected::Either,
                None => Expected::Refused,
            },
            Step::Import { campaign, person } => self.import(campaign, person),
            Step::UndoImport => self.undo_import(),
            Step::DeleteUnmessaged { campaign } => self.delete_unmessaged(campaign),
            Step::ImportOptOut { person } => self.import_opt_out(person),
            Step::LiftOptOut { person } => self.lift_opt_out(person),
            Step::Policy {
                campaign,
                auto_assign,
                minutes,
            } => {
                let campaign = &mut self.campaigns[campaign];
                (campaign.auto_assign, campaign.auto_release) = (auto_assign, minutes);
                Expected::Changes(0)
            }
            Step::Clock { seconds } => {
                self.now += TimeDelta::seconds(seconds);
                Expected::Changes(0)
            }
        }
    }

    /// A conversation that is there; `None` = it was deleted, or has not come yet.
    fn live(&mut self, at: usize) -> Option<&mut Conversation> {
        self.conversations.get_mut(at).filter(|c| !c.gone)
    }
}
