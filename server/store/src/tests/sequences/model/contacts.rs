//! Who is on a campaign, what comes from them, and whom nobody may text.

use super::{Conversation, Expected, Model};
use app::domain::ConversationStatus;
use chrono::{DateTime, Utc};

impl Model {
    /// What somebody writes is in the thread of the last text to them; one on a campaign that is not archived comes first.
    pub(super) fn inbound(&mut self, person: usize, stop: bool) -> Expected {
        if stop {
            self.opt_out_person(person);
        }
        let campaigns = &self.campaigns;
        let thread = self
            .conversations
            .iter_mut()
            .filter(|c| !c.gone && c.person == person && c.texted.is_some())
            .max_by_key(|c| (!campaigns[c.campaign].archived, c.texted));
        if let Some(thread) = thread {
            thread.status = thread.status.after_inbound(stop);
            thread.waiting_since.get_or_insert(self.now);
            thread.heard = true;
        }
        Expected::Changes(1)
    }

    /// The contact was opted out by a texter.
    pub fn opt_out(&mut self, conversation: usize) {
        let person = self.conversations[conversation].person;
        self.opt_out_person(person);
    }

    pub(super) fn import_opt_out(&mut self, person: usize) -> Expected {
        let is_new = !self.opted_out.contains_key(&person);
        self.opt_out_person(person);
        Expected::Changes(is_new.into())
    }

    pub(super) fn lift_opt_out(&mut self, person: usize) -> Expected {
        let Some(since) = self.opted_out.remove(&person) else {
            return Expected::Refused;
        };
        let now = self.now;
        let earlier = self.lifted.clone();
        self.lifted.push((person, since, now));
        for c in self.of(person) {
            c.opted_out = false;
            let waited = c.waiting_since.is_some_and(|wrote| {
                let in_earlier = |(whose, from, until): &(usize, DateTime<Utc>, DateTime<Utc>)| {
                    *whose == person && (*from..=*until).contains(&wrote)
                };
                wrote < since && !earlier.iter().any(in_earlier)
            });
            if c.texted.is_none() {
                c.status = ConversationStatus::NeedsMessage;
                if let Some(holder) = c.holder.take() {
                    c.released_from = Some(holder);
                    c.epoch += 1;
                }
            } else if waited || c.status == ConversationStatus::NeedsResponse {
                c.status = ConversationStatus::NeedsResponse;
                if c.holder.is_some() {
                    c.held_since = Some(now);
                }
            } else {
                c.status = ConversationStatus::Closed;
            }
        }
        Expected::Changes(0)
    }

    pub(super) fn import(&mut self, campaign: usize, person: usize) -> Expected {
        if self.campaigns[campaign].archived {
            return Expected::Refused;
        }
        self.imports += 1;
        let import = self.imports;
        if self.of(person).any(|c| c.campaign == campaign) {
            return Expected::Changes(0);
        }
        self.conversations.push(Conversation {
            campaign,
            person,
            import: Some(import),
            gone: false,
            status: ConversationStatus::NeedsMessage,
            holder: None,
            released_from: None,
            waiting_since: None,
            closed_wait: None,
            heard: false,
            held_since: None,
            draft_edited_at: None,
            epoch: 0,
            opted_out: self.opted_out.contains_key(&person),
            escalated: false,
            texted: None,
        });
        Expected::Changes(1)
    }

    pub(super) fn undo_import(&mut self) -> Expected {
        let import = Some(self.imports);
        self.delete(|c| c.import == import)
    }

    pub(super) fn delete_unmessaged(&mut self, campaign: usize) -> Expected {
        self.delete(|c| c.campaign == campaign)
    }

    /// Deletes those whom nobody has texted.
    fn delete(&mut self, is_meant: impl Fn(&Conversation) -> bool) -> Expected {
        let gone = self
            .conversations
            .iter_mut()
            .filter(|c| !c.gone && c.texted.is_none() && is_meant(c))
            .map(|c| c.gone = true);
        Expected::Changes(gone.count())
    }

    fn opt_out_person(&mut self, person: usize) {
        self.opted_out.entry(person).or_insert(self.now);
        for c in self.of(person) {
            if c.status != ConversationStatus::Closed {
                c.closed_wait = None;
            }
            c.status = ConversationStatus::Closed;
            c.opted_out = true;
        }
    }

    /// The conversations of a person that are there.
    fn of(&mut self, person: usize) -> impl Iterator<Item = &mut Conversation> {
        self.conversations
            .iter_mut()
            .filter(move |c| !c.gone && c.person == person)
    }
}
