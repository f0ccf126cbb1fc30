//! The reason of a release, for those who lost conversations by it.

use super::{IdleInterval, ReleaseKind, ReleaseScope};
#[cfg(feature = "ssr")]
use sentences::page;
#[cfg(feature = "ssr")]
use std::fmt;

/// Who or what released, and what for. Its display goes behind "released": `by Ada Admin, after 1 hour
/// without an answer`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleaseReason {
    /// What was released.
    pub kind: ReleaseKind,
    /// Who or what released.
    pub scope: ReleaseScope,
    /// The admin's name; `None` = the engine.
    pub actor: Option<String>,
    /// How long it had to be idle; `None` where a texter gave back their own, or was suspended, and of a second pass.
    pub interval: Option<IdleInterval>,
}

#[cfg(feature = "ssr")]
impl fmt::Display for ReleaseReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let after = self.interval.map(|interval| interval.to_string());
        let by = match (self.scope, &self.actor) {
            (ReleaseScope::Texter, _) => return f.write_str(page::released_for_the_day()),
            (ReleaseScope::Suspension, _) => return f.write_str(page::released_at_suspension()),
            (ReleaseScope::Automatic(_), _) | (_, None) => None,
            (_, Some(name)) => Some(name),
        };
        f.write_str(&match (by, after, self.kind) {
            (by, _, ReleaseKind::Bulk) => page::taken_in_review(by.map_or("Baton", String::as_str)),
            (by, _, ReleaseKind::SecondPass) => {
                page::taken_for_second_pass(by.map_or("Baton", String::as_str))
            }
            (None, None, _) => page::released_automatically().to_owned(),
            (None, Some(after), ReleaseKind::Replies | ReleaseKind::Held) => {
                page::released_automatically_unanswered(&after)
            }
            (None, Some(after), ReleaseKind::Unsent) => page::released_automatically_unsent(&after),
            (Some(name), None, _) => page::released_by(name),
            (Some(name), Some(after), ReleaseKind::Replies | ReleaseKind::Held) => {
                page::released_by_unanswered(name, &after)
            }
            (Some(name), Some(after), ReleaseKind::Unsent) => {
                page::released_by_unsent(name, &after)
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::ReleaseReason;
    use crate::domain::{CampaignId, IdleInterval, ReleaseKind, ReleaseScope};

    fn words(scope: ReleaseScope, kind: ReleaseKind) -> String {
        ReleaseReason {
            kind,
            scope,
            actor: (scope.as_str() != "automatic").then(|| "Ada Admin".into()),
            interval: (scope != ReleaseScope::Texter).then_some(IdleInterval::ONE_HOUR),
        }
        .to_string()
    }

    #[test]
    fn says_who_and_what_for() {
        let campaign = CampaignId(1);
        assert_eq!(
            words(ReleaseScope::Automatic(campaign), ReleaseKind::Replies),
            "automatically, after 1 hour without an answer"
        );
        assert_eq!(
            words(ReleaseScope::Campaign(campaign), ReleaseKind::Unsent),
            "by Ada Admin, after 1 hour without being sent"
        );
        assert_eq!(
            words(ReleaseScope::Texter, ReleaseKind::Replies),
            "by yourself, for the day"
        );
        assert_eq!(
            words(ReleaseScope::Suspension, ReleaseKind::Held),
            "because you were suspended"
        );
        assert_eq!(
            words(ReleaseScope::Campaign(campaign), ReleaseKind::SecondPass),
            "by Ada Admin, for a second pass"
        );
    }
}
