//! In whose hands an opened conversation is, and what its texter reads of that.

#[cfg(feature = "ssr")]
use crate::domain::Watch;
use crate::domain::{Age, Holding};
#[cfg(feature = "ssr")]
use sentences::{island, page};
use serde::{Deserialize, Serialize};

/// A [`crate::domain::Watch`] in words, so that a phone need not know how they are made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnershipState {
    /// In whose hands it is.
    pub holding: Holding,
    /// Who or what released it, and whether it can be taken back; `None` = it is the texter's.
    pub notice: Option<String>,
    /// How long until it is released automatically, if nobody answers.
    pub release_in: Option<Age>,
    /// The contact opted out.
    pub opted_out: bool,
    /// After how long the texting hours are to be read again, as in [`crate::domain::ConversationView`].
    pub hours_refresh_in: Option<Age>,
    /// The version of its thread, as in [`crate::domain::ConversationView`].
    pub thread: i64,
}

#[cfg(feature = "ssr")]
impl OwnershipState {
    /// Of a conversation with the reply box, whose words are kept.
    pub fn of(watch: &Watch) -> Self {
        let why = watch.why.as_deref();
        let notice = match watch.holding {
            Holding::Mine => None,
            Holding::Released => Some(match why {
                Some(why) => page::released_and_free(why),
                None => page::released_and_free_without_reason().to_owned(),
            }),
            Holding::Elsewhere => {
                let lost = lost_words(why, watch.holder.as_deref());
                Some(format!("{lost} {}", page::text_is_kept_as_draft()))
            }
        };
        Self {
            holding: watch.holding,
            notice,
            release_in: watch.release_in,
            opted_out: watch.opted_out,
            hours_refresh_in: watch.hours_refresh_in,
            thread: watch.thread,
        }
    }
}

/// Why nothing can be sent in a conversation that its reader cannot take back: who or what released it, if that is known,
/// and who has it, if anybody does.
#[cfg(feature = "ssr")]
pub fn lost_words(why: Option<&str>, holder: Option<&str>) -> String {
    match (why, holder) {
        (Some(why), Some(holder)) => page::released_and_taken(why, holder),
        (Some(why), None) => page::released_and_not_yours(why),
        (None, Some(holder)) => page::released_and_taken_without_reason(holder),
        (None, None) => island::not_yours_any_more().to_owned(),
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::OwnershipState;
    use crate::domain::{Holding, Watch};

    fn notice(holding: Holding, why: Option<&str>, holder: Option<&str>) -> Option<String> {
        let watch = Watch {
            holding,
            why: why.map(str::to_owned),
            holder: holder.map(str::to_owned),
            release_in: None,
            opted_out: false,
            hours_refresh_in: None,
            thread: 0,
        };
        OwnershipState::of(&watch).notice
    }

    #[test]
    fn says_who_released_it_and_who_has_it_if_anybody_does() {
        use Holding::{Elsewhere, Mine, Released};
        let (by_vera, theo) = (Some("by Vera, who escalated it"), Some("Theo"));
        for (holding, why, holder, words) in [
            (Mine, None, None, None),
            (
                Released,
                by_vera,
                None,
                Some(
                    "This conversation was released by Vera, who escalated it. No one has taken it yet: if you send, it is yours again.",
                ),
            ),
            (
                Released,
                None,
                None,
                Some(
                    "This conversation was released. No one has taken it yet: if you send, it is yours again.",
                ),
            ),
            (
                Elsewhere,
                by_vera,
                theo,
                Some(
                    "This conversation was released by Vera, who escalated it. Theo has it now, so nothing can be sent from here. Anything you typed is kept as a draft.",
                ),
            ),
            (
                Elsewhere,
                by_vera,
                None,
                Some(
                    "This conversation was released by Vera, who escalated it. It is not yours any more, so nothing can be sent from here. Anything you typed is kept as a draft.",
                ),
            ),
            (
                Elsewhere,
                None,
                theo,
                Some(
                    "This conversation was released. Theo has it now, so nothing can be sent from here. Anything you typed is kept as a draft.",
                ),
            ),
            (
                Elsewhere,
                None,
                None,
                Some(
                    "This conversation is not yours any more, so nothing can be sent from here. Anything you typed is kept as a draft.",
                ),
            ),
        ] {
            assert_eq!(notice(holding, why, holder).as_deref(), words);
        }
    }
}
