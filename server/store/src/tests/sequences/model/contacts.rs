//! Who is on a campaign, what comes from them, and whom nobody may text.

use super::outbox::TextState;
use super::{Conversation, Expected, Model, OptOut, Said};
use app::domain::ConversationStatus;
use chrono::{DateTime, Utc};
use server_message::Keyword;

impl Model {
    /// What somebody writes is in the thread of the last text on a campaign that is not archived, or else on any; of those
    /// one that may have reached them comes first.
    pub(super) fn inbound(&mut self, person: usize, keyword: Option<Keyword>) -> Expected {
        let stop = keyword == Some(Keyword::Stop);
        if stop {
            self.opt_out_by_themselves(person);
        }
        let now = self.now;
        let thread = (0..self.conversations.len())
            .filter(|at| !self.conversations[*at].gone && self.conversations[*at].person == person)
            .filter_map(|at| Some((self.last_text(at)?, at)))
            .max_by_key(|(last, _)| *last);
        if let Some((_, at)) = thread {
            let thread = &mut self.conversations[at];
            thread.status = thread.status.after_inbound(stop);
            thread.waiting_since.get_or_insert(now);
            thread.heard = true;
            thread.said += 1;
            thread.said_stop = stop;
            self.keywords.extend(keyword.map(|keyword| Said {
                person,
                at: now,
                keyword,
            }));
        }
        Expected::Changes(1)
    }

    /// Somebody asks to be texted again: that lifts what they recorded, and is a text like any other.
    pub(super) fn start(&mut self, person: usize) -> Expected {
        if (self.opted_out.get(&person)).is_some_and(|opt_out| opt_out.by_themselves) {
            self.lift_opt_out(person);
        }
        self.inbound(person, Some(Keyword::Start))
    }

    /// Which text of a conversation is its last: whether its campaign is there, whether they may have it, its moment
    /// and its place.
    fn last_text(&self, at: usize) -> Option<(bool, bool, DateTime<Utc>, usize)> {
        let c = &self.conversations[at];
        let is_there = !self.campaigns[c.campaign].archived;
        let first = c.began_with.map(|(at, order)| (is_there, true, at, order));
        let texts = self.outbox.iter().filter(|text| text.conversation == at);
        let texts = texts.map(|text| {
            let reaches = matches!(text.state, TextState::Sending | TextState::Sent);
            (is_there, reaches, text.written_at, text.order)
        });
        texts.chain(first).max()
    }

    /// The contact was opted out by a texter, whose goodbye goes out if it may: not as the first that they read, not
    /// after their own stop word, and not for who was opted out before.
    pub fn opt_out(&mut self, conversation: usize, with_goodbye: bool) {
        let c = &self.conversations[conversation];
        let person = c.person;
        let mut texts = self.outbox.iter();
        let reached = c.began_with.is_some()
            || c.heard
            || texts.any(|t| t.conversation == conversation && t.state == TextState::Sent);
        let goes_out = with_goodbye
            && reached
            && !c.said_stop
            && self.campaigns[c.campaign].runs()
            && !self.opted_out.contains_key(&person);
        self.opt_out_person(person, false);
        if goes_out {
            self.write_text(conversation, true);
        }
    }

    pub(super) fn import_opt_out(&mut self, person: usize) -> Expected {
        let is_new = !self.opted_out.contains_key(&person);
        self.opt_out_person(person, false);
        Expected::Changes(is_new.into())
    }

    pub(super) fn lift_opt_out(&mut self, person: usize) -> Expected {
        let Some(OptOut { since, .. }) = self.opted_out.remove(&person) else {
            return Expected::Refused;
        };
        self.give_up_goodbyes(person);
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
            said: 0,
            heard: false,
            said_stop: false,
            held_since: None,
            draft_edited_at: None,
            epoch: 0,
            opted_out: self.opted_out.contains_key(&person),
            escalated: false,
            began_with: None,
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

    pub(super) fn opt_out_person(&mut self, person: usize, by_themselves: bool) {
        let since = self.now;
        let opt_out = self.opted_out.entry(person).or_insert(OptOut {
            since,
            by_themselves,
        });
        opt_out.by_themselves |= by_themselves;
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
