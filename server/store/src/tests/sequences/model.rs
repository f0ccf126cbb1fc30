//! The rules of the specification over a handful of conversations in memory.

use super::step::Step;
use app::domain::{ConversationStatus, IdleClock, IdleInterval};
use chrono::{DateTime, TimeDelta, Utc};

/// A conversation, as far as the rules look at it. Texters are named by their place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Conversation {
    pub campaign: usize,
    pub status: ConversationStatus,
    pub holder: Option<usize>,
    pub released_from: Option<usize>,
    pub waiting_since: Option<DateTime<Utc>>,
    pub held_since: DateTime<Utc>,
    pub draft_edited_at: Option<DateTime<Utc>>,
    pub epoch: i32,
    pub opted_out: bool,
    pub escalated: bool,
    /// When somebody last texted them; if nobody did, what they write belongs to no conversation.
    pub texted: Option<DateTime<Utc>>,
}

#[derive(Debug, Clone)]
pub(super) struct Campaign {
    pub archived: bool,
    pub paused: bool,
    pub auto_assign: bool,
    pub auto_release: Option<u32>,
}

/// A release that took something.
#[derive(Debug, Clone)]
pub(super) struct Release {
    /// Which conversations, from whom, and the epoch that it gave them.
    pub taken: Vec<(usize, usize, i32)>,
    pub status: ConversationStatus,
    /// The status that its undo gives back.
    pub gives: ConversationStatus,
    pub at: DateTime<Utc>,
    pub undone: bool,
}

#[derive(Debug, Clone)]
pub(super) struct Model {
    pub now: DateTime<Utc>,
    pub campaigns: Vec<Campaign>,
    pub conversations: Vec<Conversation>,
    pub last: Option<Release>,
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
        let now = self.now;
        match step {
            Step::Inbound(at) | Step::Stop(at) => {
                let stop = matches!(step, Step::Stop(_));
                let conversation = &mut self.conversations[at];
                if stop {
                    conversation.status = ConversationStatus::Closed;
                    conversation.opted_out = true;
                }
                if conversation.texted.is_some() {
                    conversation.status = conversation.status.after_inbound(stop);
                    conversation.waiting_since.get_or_insert(now);
                }
                Expected::Changes(1)
            }
            Step::Claim { texter, wanted } => self.claim(texter, wanted as usize),
            Step::Send {
                texter,
                conversation,
            } => self.send(texter, conversation),
            Step::Draft {
                texter,
                conversation,
            } => {
                let conversation = &mut self.conversations[conversation];
                if conversation.holder != Some(texter) {
                    return Expected::Either;
                }
                conversation.draft_edited_at = Some(now);
                Expected::Changes(1)
            }
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
                let archived = &mut self.campaigns[campaign].archived;
                *archived = !*archived;
                Expected::Changes(0)
            }
            Step::TurnPaused { campaign } => {
                let campaign = &mut self.campaigns[campaign];
                if campaign.archived {
                    return Expected::Refused;
                }
                campaign.paused = !campaign.paused;
                Expected::Changes(0)
            }
            Step::Copy { .. } => Expected::Changes(0),
            Step::TurnEscalated { conversation } => {
                let escalated = &mut self.conversations[conversation].escalated;
                *escalated = !*escalated;
                Expected::Changes(1)
            }
            // Who may is known to the history alone; it is applied when it was accepted.
            Step::OptOut { .. } => Expected::Either,
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

    /// The contact was opted out by a texter.
    pub fn opt_out(&mut self, conversation: usize) {
        let conversation = &mut self.conversations[conversation];
        conversation.status = ConversationStatus::Closed;
        conversation.opted_out = true;
    }

    fn idle(&self, conversation: &Conversation, minutes: u32) -> bool {
        let clock = IdleClock {
            waiting_since: conversation
                .waiting_since
                .unwrap_or(conversation.held_since),
            held_since: conversation.held_since,
            draft_edited_at: conversation.draft_edited_at,
        };
        clock.qualifies(self.now, IdleInterval::from_minutes(minutes).unwrap())
    }

    fn claim(&mut self, texter: usize, wanted: usize) -> Expected {
        let mut pool: Vec<usize> = (0..self.conversations.len())
            .filter(|at| {
                let c = &self.conversations[*at];
                let campaign = &self.campaigns[c.campaign];
                c.status == ConversationStatus::NeedsResponse
                    && c.holder.is_none()
                    && !c.opted_out
                    && !c.escalated
                    && campaign.runs()
                    && campaign.auto_assign
            })
            .collect();
        pool.sort_by_key(|at| {
            let c = &self.conversations[*at];
            (c.released_from == Some(texter), c.waiting_since, *at)
        });
        pool.truncate(wanted);
        for at in &pool {
            let c = &mut self.conversations[*at];
            c.holder = Some(texter);
            c.held_since = self.now;
            c.epoch += 1;
        }
        Expected::Changes(pool.len())
    }

    fn send(&mut self, texter: usize, at: usize) -> Expected {
        let c = &mut self.conversations[at];
        let holds = c.holder == Some(texter);
        let takes_back = c.holder.is_none() && c.released_from == Some(texter);
        if c.opted_out || !self.campaigns[c.campaign].runs() || !(holds || takes_back) {
            // A refused text is kept as a draft.
            if holds {
                c.draft_edited_at = Some(self.now);
            }
            return Expected::Refused;
        }
        c.status = c.status.after_outbound();
        c.waiting_since = None;
        c.draft_edited_at = None;
        c.holder = Some(texter);
        c.held_since = self.now;
        c.epoch += i32::from(takes_back);
        c.texted = Some(self.now);
        Expected::Changes(1)
    }

    fn release(
        &mut self,
        status: ConversationStatus,
        takes: impl Fn(&Self, &Conversation) -> bool,
    ) -> Expected {
        let mut taken = Vec::new();
        for at in 0..self.conversations.len() {
            let c = &self.conversations[at];
            let protected = c.opted_out || c.escalated || !self.campaigns[c.campaign].runs();
            let Some(holder) = c.holder.filter(|_| c.status == status && !protected) else {
                continue;
            };
            if takes(self, c) {
                let c = &mut self.conversations[at];
                c.holder = None;
                c.released_from = Some(holder);
                c.epoch += 1;
                taken.push((at, holder, c.epoch));
            }
        }
        let count = taken.len();
        if count > 0 {
            self.last = Some(Release {
                taken,
                status,
                gives: status,
                at: self.now,
                undone: false,
            });
        }
        Expected::Changes(count)
    }

    fn second_pass(&mut self, campaign: usize, days: i32) -> Expected {
        let now = self.now;
        let mut taken = Vec::new();
        for at in 0..self.conversations.len() {
            let c = &mut self.conversations[at];
            let protected = c.opted_out || c.escalated || self.campaigns[c.campaign].archived;
            let typing = |at: DateTime<Utc>| at > now - TimeDelta::minutes(2);
            let lately = |at: DateTime<Utc>| at > now - TimeDelta::days(days.into());
            if c.campaign != campaign
                || c.status != ConversationStatus::Messaged
                || protected
                || c.draft_edited_at.is_some_and(typing)
                || c.texted.is_some_and(lately)
            {
                continue;
            }
            let holder = c.holder.expect("whoever texts holds it");
            c.status = ConversationStatus::NeedsMessage;
            c.holder = None;
            c.released_from = Some(holder);
            c.epoch += 1;
            taken.push((at, holder, c.epoch));
        }
        let count = taken.len();
        if count > 0 {
            self.last = Some(Release {
                taken,
                status: ConversationStatus::NeedsMessage,
                gives: ConversationStatus::Messaged,
                at: now,
                undone: false,
            });
        }
        Expected::Changes(count)
    }

    fn undo(&mut self) -> Expected {
        let Some(release) = &mut self.last else {
            return Expected::Changes(0);
        };
        if release.undone || self.now >= release.at + TimeDelta::minutes(10) {
            return Expected::Refused;
        }
        release.undone = true;
        let mut given = 0;
        for (at, holder, epoch) in &release.taken {
            let c = &mut self.conversations[*at];
            let protected = c.opted_out || c.escalated;
            if c.holder.is_none() && c.epoch == *epoch && c.status == release.status && !protected {
                c.status = release.gives;
                c.holder = Some(*holder);
                c.released_from = None;
                c.held_since = self.now;
                c.epoch += 1;
                given += 1;
            }
        }
        Expected::Changes(given)
    }
}
