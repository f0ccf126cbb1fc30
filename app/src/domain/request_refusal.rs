//! The refusal of a request: why a texter cannot request texts now, or why what they requested cannot be approved.

use super::Age;
#[cfg(feature = "ssr")]
use super::PoolKind;
#[cfg(feature = "ssr")]
use sentences::page;

/// Each with a title and a sentence that says what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RequestRefusal {
    /// The organization has switched requests off.
    Disabled {
        /// The organization's message to its texters.
        message: String,
    },
    /// This member's requests are refused.
    NotAllowed,
    /// Their replies come first.
    AnswerFirst {
        /// So many.
        held: u32,
    },
    /// They hold as many unanswered replies as one texter may.
    TooManyOpen {
        /// So many.
        most: u32,
    },
    /// They were given as many texts in 24 hours as one texter may.
    DayIsFull {
        /// So many.
        most: u32,
        /// There are more after so long.
        again_in: Age,
    },
    /// The pool was disabled meanwhile.
    PoolDisabled {
        /// Which.
        pool: String,
    },
    /// The pool hands out another kind of texts than what was asked for.
    PoolChanged {
        /// Which.
        pool: String,
    },
    /// The pool is a team's, of which they are no member any more.
    NotInTeam {
        /// Which.
        team: String,
    },
}

#[cfg(feature = "ssr")]
impl RequestRefusal {
    /// In a few words.
    pub fn title(&self) -> &'static str {
        match self {
            Self::Disabled { .. } => page::requests_disabled_title(),
            Self::NotAllowed | Self::NotInTeam { .. } => page::cannot_request_title(),
            Self::AnswerFirst { .. } => page::answer_first_title(),
            Self::TooManyOpen { .. } => page::too_many_title(),
            Self::DayIsFull { .. } => page::limit_reached_title(),
            Self::PoolDisabled { .. } => page::pool_disabled_title(),
            Self::PoolChanged { .. } => page::pool_changed_title(),
        }
    }

    /// What to do.
    pub fn message(&self) -> String {
        match self {
            Self::Disabled { message } if message.trim().is_empty() => {
                page::ask_when_enabled().to_owned()
            }
            Self::Disabled { message } => message.clone(),
            Self::NotAllowed => page::ask_if_you_should().to_owned(),
            Self::AnswerFirst { held } => page::answer_first(&PoolKind::Replies.counted(*held)),
            Self::TooManyOpen { most } => page::answer_some(&PoolKind::Replies.counted(*most)),
            Self::DayIsFull { most, again_in } => page::day_is_full(*most, &from_now(*again_in)),
            Self::PoolDisabled { pool } => page::request_of_disabled_pool(pool),
            Self::PoolChanged { pool } => page::pool_changed(pool),
            Self::NotInTeam { team } => page::no_longer_in_team(team),
        }
    }

    /// What a texter reads of their pending request for `what`, which cannot be approved for as long as this is so.
    pub fn of_pending(&self, what: &str) -> String {
        match self {
            Self::Disabled { .. } => page::pending_while_disabled(what, &self.message()),
            Self::NotAllowed => page::pending_not_allowed(what, &self.message()),
            Self::AnswerFirst { held } => {
                page::pending_answer_first(what, &PoolKind::Replies.counted(*held))
            }
            Self::TooManyOpen { most } => {
                page::pending_too_many(what, &PoolKind::Replies.counted(*most))
            }
            Self::DayIsFull { again_in, .. } => {
                page::pending_day_is_full(what, &from_now(*again_in))
            }
            Self::PoolDisabled { pool } => page::pending_pool_disabled(what, pool),
            Self::PoolChanged { pool } => page::pending_pool_changed(what, pool),
            Self::NotInTeam { team } => page::pending_not_in_team(what, team),
        }
    }

    /// What somebody reads who approves a request of this texter although this is so.
    pub fn for_decider(&self, texter: &str) -> String {
        match self {
            Self::Disabled { .. } => page::not_approved_while_disabled(texter),
            Self::NotAllowed => page::can_no_longer_get_texts(texter),
            Self::AnswerFirst { held } => {
                page::not_approved_answer_first(texter, &PoolKind::Replies.counted(*held))
            }
            Self::TooManyOpen { most } => {
                page::not_approved_too_many(texter, &PoolKind::Replies.counted(*most))
            }
            Self::DayIsFull { again_in, .. } => {
                page::not_approved_day_is_full(texter, &from_now(*again_in))
            }
            Self::PoolDisabled { pool } => page::not_approved_pool_disabled(pool),
            Self::PoolChanged { pool } => page::not_approved_pool_changed(pool, texter),
            Self::NotInTeam { team } => page::not_approved_not_in_team(texter, team),
        }
    }
}

/// After how long, behind "in". "Just now" is no time from now.
#[cfg(feature = "ssr")]
fn from_now(again_in: Age) -> String {
    match again_in.minutes() {
        0 => page::a_minute().to_owned(),
        _ => again_in.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Age, RequestRefusal};

    #[test]
    fn says_what_to_do() {
        let sentence = RequestRefusal::AnswerFirst { held: 1 }.message();
        assert_eq!(
            sentence,
            "You have 1 reply. When you have answered, you can request more."
        );
        let again_in = Age::from_seconds(20);
        let sentence = RequestRefusal::DayIsFull {
            most: 200,
            again_in,
        }
        .message();
        assert!(sentence.ends_with("in a minute."), "{sentence}");
        let message = String::new();
        let sentence = RequestRefusal::Disabled { message }.message();
        assert!(sentence.starts_with("Ask an admin"), "{sentence}");
    }

    #[test]
    fn of_a_pending_request_says_what_it_asks_for_and_what_keeps_it_back() {
        let message = "Back at nine".to_owned();
        let disabled = RequestRefusal::Disabled { message };
        assert_eq!(
            disabled.of_pending("3 replies from General"),
            "3 replies from General. It cannot be approved while requests are disabled. Back at nine"
        );
        let pool = "General".to_owned();
        let off = RequestRefusal::PoolDisabled { pool };
        let card = off.of_pending("3 replies from General");
        assert!(card.starts_with("3 replies from General. "), "{card}");
        assert!(card.contains("while General is disabled"), "{card}");
    }

    #[test]
    fn tells_who_decides_that_nothing_was_assigned() {
        let message = "Back at nine".to_owned();
        let disabled = RequestRefusal::Disabled { message };
        let sentence = disabled.for_decider("Ann");
        assert!(
            sentence.contains("Ann’s request stays pending"),
            "{sentence}"
        );
        assert!(!sentence.contains("Back at nine"), "{sentence}");
        let pool = "General".to_owned();
        let sentence = RequestRefusal::PoolChanged { pool }.for_decider("Ann");
        assert!(
            sentence.starts_with("Nothing was assigned: General"),
            "{sentence}"
        );
    }
}
