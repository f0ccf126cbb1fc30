//! A texter's notice of the conversations that a release took from them, in words.

use crate::domain::ReleaseId;
#[cfg(feature = "ssr")]
use crate::domain::ReleaseNotice;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A [`crate::domain::ReleaseNotice`] in words, so that a phone need not know how they are made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LossNotice {
    /// Which release.
    pub release: ReleaseId,
    /// "3 replies on Early vote were released from you".
    pub what: String,
    /// When.
    #[serde(with = "chrono::serde::ts_seconds")]
    pub at: DateTime<Utc>,
    /// "automatically, after 30 minutes without an answer".
    pub why: String,
}

#[cfg(feature = "ssr")]
impl LossNotice {
    /// Of notices, in their order.
    pub fn all(notices: Vec<ReleaseNotice>) -> Vec<Self> {
        notices.into_iter().map(Self::of).collect()
    }

    fn of(notice: ReleaseNotice) -> Self {
        let count = notice.conversations;
        let on = match &notice.campaign_title {
            Some(title) => format!(" on {title}"),
            None => String::new(),
        };
        let were = if count == 1 { "was" } else { "were" };
        let noun = notice.kind.noun(count);
        Self {
            release: notice.release,
            what: format!(
                "{} {noun}{on} {were} released from you",
                crate::number::format_number(count)
            ),
            at: notice.at,
            why: notice.reason().to_string(),
        }
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::LossNotice;
    use crate::domain::{
        CampaignId, IdleInterval, ReleaseId, ReleaseKind, ReleaseNotice, ReleaseScope,
    };
    use chrono::{DateTime, Utc};

    #[test]
    fn says_what_and_why() {
        let notice = |conversations, actor: Option<&str>| ReleaseNotice {
            release: ReleaseId(1),
            kind: ReleaseKind::Replies,
            scope: match actor {
                Some(_) => ReleaseScope::Everywhere,
                None => ReleaseScope::Automatic(CampaignId(1)),
            },
            actor: actor.map(str::to_owned),
            campaign_title: actor.is_none().then(|| "Early vote".into()),
            interval: IdleInterval::from_minutes(30).ok(),
            conversations,
            at: DateTime::<Utc>::UNIX_EPOCH,
        };
        let [automatic, by_hand] =
            &LossNotice::all(vec![notice(3, None), notice(1, Some("Ada Admin"))])[..]
        else {
            panic!("two notices make two lines");
        };
        assert_eq!(
            automatic.what,
            "3 replies on Early vote were released from you"
        );
        assert_eq!(
            automatic.why,
            "automatically, after 30 minutes without an answer"
        );
        assert_eq!(by_hand.what, "1 reply was released from you");
        assert_eq!(
            by_hand.why,
            "by Ada Admin, after 30 minutes without an answer"
        );
    }
}
