//! **Release my replies**: what it would do, what it did, and what its undo did, in words.

#[cfg(feature = "ssr")]
use crate::domain::{LeftOutReason, OwnReleasePreview, ReleaseProgress};
#[cfg(feature = "ssr")]
use sentences::page;
use serde::{Deserialize, Serialize};

/// What came of **Release my replies**; by default there is nothing to say.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct EndOfDayNotice {
    /// In words; empty if nothing was released or given back.
    pub text: String,
    /// The release that can be undone; empty if there is none.
    pub release: String,
    /// For how many seconds it can be.
    pub undo_for: u32,
}

#[cfg(feature = "ssr")]
impl EndOfDayNotice {
    /// Of a release, of which the preview says what stayed with the texter and what nobody can request.
    pub fn of(released: &ReleaseProgress, preview: &OwnReleasePreview) -> Self {
        let is_something = released.conversations > 0;
        let release = is_something.then(|| released.release.to_string());
        Self {
            text: released_text(released.conversations, preview),
            release: release.unwrap_or_default(),
            undo_for: released.undo_for.map_or(0, |left| left.0),
        }
    }
}

/// What a texter should know before they release their replies, a line each: whether others can request them, and what
/// stays.
#[cfg(feature = "ssr")]
pub fn own_release_details(preview: &OwnReleasePreview) -> String {
    let can_be_requested = preview.out_of_reach < preview.replies;
    let others = can_be_requested.then(|| page::others_can_request().to_owned());
    let mut lines = Vec::from_iter(others);
    lines.extend(restrictions(preview.replies, preview));
    lines.join("\n")
}

/// That so many were given back to the pool, which of them nobody can request, and what stayed.
#[cfg(feature = "ssr")]
pub fn released_text(replies: u32, preview: &OwnReleasePreview) -> String {
    let mut sentences = vec![page::went_back(replies)];
    sentences.extend(restrictions(replies, preview));
    sentences.join(" ")
}

/// What nobody can request of so many replies, and what stays with their texter; without what no screen counts as theirs:
/// replies that nobody can answer.
#[cfg(feature = "ssr")]
fn restrictions(replies: u32, preview: &OwnReleasePreview) -> Vec<String> {
    let out_of_reach = match preview.out_of_reach {
        0 => None,
        all if all >= replies => Some(page::no_one_can_request_them().to_owned()),
        some => Some(page::no_one_can_request_some(some)),
    };
    let outside_hours = preview.outside_hours;
    // Where an admin has to change something first, no hour can be promised.
    let outside_hours = (outside_hours > 0 && preview.out_of_reach < replies)
        .then(|| page::not_before_texting_hours_begin(outside_hours));
    let unanswerable = [LeftOutReason::CampaignClosed, LeftOutReason::OptedOut];
    let left_out = preview.left_out.iter();
    let left_out: Vec<_> = left_out
        .filter(|left| !unanswerable.contains(&left.reason))
        .map(|left| left.reason.counted(left.conversations))
        .collect();
    let stays = (!left_out.is_empty()).then(|| page::stays_with_you(&left_out.join("; ")));
    out_of_reach
        .into_iter()
        .chain(outside_hours)
        .chain(stays)
        .collect()
}

/// That so many came back from there, and so many did not.
#[cfg(feature = "ssr")]
pub fn returned_text(replies: u32, kept: u32) -> String {
    page::came_back(replies, kept)
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::{own_release_details, released_text, returned_text};
    use crate::domain::{LeftOut, LeftOutReason, OwnReleasePreview};

    fn preview(replies: u32, out_of_reach: u32) -> OwnReleasePreview {
        OwnReleasePreview {
            replies,
            out_of_reach,
            ..OwnReleasePreview::default()
        }
    }

    #[test]
    fn agree_in_number() {
        let released = |replies| released_text(replies, &preview(replies, 0));
        assert_eq!(released(1), "1 reply went back to the pool.");
        assert_eq!(released(1200), "1,200 replies went back to the pool.");
        assert!(released(0).starts_with("You had no replies"));
        assert_eq!(returned_text(3, 0), "You have 3 replies back.");
        assert_eq!(
            returned_text(1, 2),
            "You have 1 reply back; 2 were already picked up, answered or escalated."
        );
        assert_eq!(
            returned_text(2, 1),
            "You have 2 replies back; 1 was already picked up, answered or escalated."
        );
    }

    #[test]
    fn say_what_stays_and_promise_only_what_can_be_requested() {
        const OTHERS: &str = "Other texters can request them, the longest wait first. Your drafts are kept for them.";
        const SOME: &str =
            "But no one can request 4 of them at the moment; an admin can change that.";
        const NONE: &str = "No one can request them at the moment; an admin can change that.";
        const STAYS: &str = "Stays with you: 2 on paused campaigns; 1 escalated to a team.";
        let left_out = |reason, conversations| LeftOut {
            reason,
            conversations,
        };
        let some = OwnReleasePreview {
            left_out: vec![
                left_out(LeftOutReason::CampaignClosed, 3),
                left_out(LeftOutReason::CampaignPaused, 2),
                left_out(LeftOutReason::OptedOut, 1),
                left_out(LeftOutReason::Escalated, 1),
            ],
            ..preview(33, 4)
        };
        assert_eq!(own_release_details(&some), [OTHERS, SOME, STAYS].join("\n"));
        assert_eq!(
            released_text(33, &some),
            format!("33 replies went back to the pool. {SOME} {STAYS}")
        );
        assert_eq!(own_release_details(&preview(33, 0)), OTHERS);
        assert_eq!(own_release_details(&preview(33, 33)), NONE);
        let nothing = OwnReleasePreview {
            replies: 0,
            out_of_reach: 0,
            ..some
        };
        assert_eq!(own_release_details(&nothing), STAYS);
        let unanswerable = OwnReleasePreview {
            left_out: vec![left_out(LeftOutReason::OptedOut, 1)],
            ..preview(33, 0)
        };
        assert_eq!(own_release_details(&unanswerable), OTHERS);
        let asleep = OwnReleasePreview {
            outside_hours: 1,
            ..preview(2, 0)
        };
        let details = own_release_details(&asleep);
        assert!(details.contains("\n1 of them is outside"), "{details}");
        let out_of_reach = OwnReleasePreview {
            out_of_reach: 2,
            ..asleep
        };
        assert_eq!(own_release_details(&out_of_reach), NONE);
    }
}
