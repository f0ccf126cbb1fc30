//! A texter's notice of the conversations that a release took from them, in words.

use crate::domain::ReleaseId;
#[cfg(feature = "ssr")]
use crate::domain::{ReleaseKind, ReleaseNotice, ReleaseNotices};
use chrono::{DateTime, Utc};
#[cfg(feature = "ssr")]
use sentences::page;
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

/// All that was released from a texter and that they have not read yet.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LossSummary {
    /// "12 replies were released from you."; empty if nothing was.
    pub sentence: String,
    /// Release by release, the newest first.
    pub notices: Vec<LossNotice>,
}

#[cfg(feature = "ssr")]
impl LossSummary {
    /// Of notices: one says where, several are added up.
    pub fn of(notices: ReleaseNotices) -> Self {
        let (replies, unsent, taken) = (notices.replies, notices.unsent, notices.taken);
        let notices: Vec<LossNotice> = notices.latest.into_iter().map(LossNotice::of).collect();
        let sentence = match &notices[..] {
            [] => String::new(),
            [only] => format!("{}.", only.what),
            _ => {
                let what = match (replies, unsent, taken) {
                    (replies, 0, 0) => page::replies_were_released(replies),
                    (0, unsent, 0) => page::unsent_were_released(unsent),
                    (replies, unsent, 0) => page::replies_and_unsent_were_released(replies, unsent),
                    (replies, unsent, taken) => page::conversations_were_taken(
                        replies.saturating_add(unsent).saturating_add(taken),
                    ),
                };
                format!("{what}.")
            }
        };
        Self { sentence, notices }
    }
}

#[cfg(feature = "ssr")]
impl LossNotice {
    fn of(notice: ReleaseNotice) -> Self {
        let count = notice.conversations;
        let what = match (notice.kind, notice.campaign_title.as_deref()) {
            (ReleaseKind::Replies | ReleaseKind::Held, None) => page::replies_were_released(count),
            (ReleaseKind::Replies | ReleaseKind::Held, Some(campaign)) => {
                page::replies_on_campaign_were_released(count, campaign)
            }
            (ReleaseKind::Bulk, _) => page::conversations_were_taken(count),
            (ReleaseKind::Unsent | ReleaseKind::SecondPass, None) => {
                page::unsent_were_released(count)
            }
            (ReleaseKind::Unsent | ReleaseKind::SecondPass, Some(campaign)) => {
                page::unsent_on_campaign_were_released(count, campaign)
            }
        };
        Self {
            release: notice.release,
            what,
            at: notice.at,
            why: notice.reason().to_string(),
        }
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::LossSummary;
    use crate::domain::{
        CampaignId, IdleInterval, ReleaseId, ReleaseKind, ReleaseNotice, ReleaseNotices,
        ReleaseScope,
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
        let latest = vec![notice(3, None), notice(1, Some("Ada Admin"))];
        let summary = LossSummary::of(ReleaseNotices {
            replies: 1_004,
            unsent: 2,
            taken: 0,
            latest,
        });
        assert_eq!(
            summary.sentence,
            "1,004 replies and 2 unsent messages were released from you."
        );
        let [automatic, by_hand] = &summary.notices[..] else {
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
        let only = LossSummary::of(ReleaseNotices {
            replies: 3,
            unsent: 0,
            taken: 0,
            latest: vec![notice(3, None)],
        });
        assert_eq!(
            only.sentence,
            "3 replies on Early vote were released from you."
        );
        assert_eq!(
            LossSummary::of(ReleaseNotices::default()),
            LossSummary::default()
        );
    }
}
