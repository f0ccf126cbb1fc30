//! A row of the release history, in words.

use crate::domain::{ReleaseKind, ReleasePolicy, ReleaseRecord, ReleaseScope, ReleaseState};
use crate::number::pluralize;

/// How it ended: the class of its mark, and a word.
pub fn state_words(state: ReleaseState) -> (&'static str, &'static str) {
    match state {
        ReleaseState::Running => ("tag tag-running", "Running"),
        ReleaseState::Finished => ("tag tag-started", "Finished"),
        ReleaseState::Cancelled => ("tag tag-failed", "Cancelled"),
        ReleaseState::Failed => ("tag tag-failed", "Failed"),
    }
}

/// Who did it: `Ada Admin`, `Automatic · 12 releases`.
pub fn who_words(record: &ReleaseRecord) -> String {
    let who = record.progress.actor.as_deref().unwrap_or("Automatic");
    if record.releases > 1 {
        format!("{who} · {} releases", record.releases)
    } else {
        who.to_owned()
    }
}

/// What it was: `Released unsent messages of one campaign`.
pub fn what_words(record: &ReleaseRecord) -> &'static str {
    let kind = record.progress.kind;
    match (record.progress.undoes, record.scope, kind) {
        (Some(_), ..) => "Undo",
        (_, ReleaseScope::Texter, _) => "Release my replies",
        (_, ReleaseScope::Everywhere, _) => "Release Unhandled Replies",
        (_, ReleaseScope::Automatic(_), _) => "Auto-release",
        (_, ReleaseScope::Campaign(_), ReleaseKind::Replies) => "Release Unreplied Conversations",
        (_, ReleaseScope::Campaign(_), ReleaseKind::Unsent) => "Release Unsent Messages",
    }
}

/// The policy as a sentence: `Waiting for at least 1 hour, without campaigns restricted to teams, …`. On one
/// campaign only the interval was asked for, and the confirmation.
pub fn policy_words(policy: ReleasePolicy, scope: ReleaseScope) -> String {
    let mut words = format!("Waiting for at least {}", policy.interval);
    if scope == ReleaseScope::Everywhere {
        words += if policy.include_team_restricted {
            ", with campaigns restricted to teams"
        } else {
            ", without campaigns restricted to teams"
        };
        words += if policy.only_within_texting_hours {
            ", only contacts within texting hours"
        } else {
            ", also outside texting hours"
        };
    }
    if policy.include_auto_assign_off {
        words += ", although auto-assign was off";
    }
    words
}

/// Of an undo, that so many were not given back.
pub fn kept_words(kept: u32) -> String {
    pluralize(kept, "was", "were") + " already picked up or answered"
}

/// How long it took.
pub fn duration_words(milliseconds: u32) -> String {
    match milliseconds {
        0..1_000 => format!("{milliseconds} ms"),
        1_000..60_000 => format!("{}.{} s", milliseconds / 1_000, milliseconds / 100 % 10),
        _ => format!(
            "{} min {} s",
            milliseconds / 60_000,
            milliseconds / 1_000 % 60
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::{duration_words, kept_words, policy_words};
    use crate::domain::{CampaignId, ReleasePolicy, ReleaseScope};

    #[test]
    fn tells_the_policy() {
        let policy = ReleasePolicy::default();
        assert_eq!(
            policy_words(policy, ReleaseScope::Everywhere),
            "Waiting for at least 1 hour, without campaigns restricted to teams, only contacts within texting hours"
        );
        let confirmed = ReleasePolicy {
            include_auto_assign_off: true,
            ..policy
        };
        assert_eq!(
            policy_words(confirmed, ReleaseScope::Campaign(CampaignId(1))),
            "Waiting for at least 1 hour, although auto-assign was off"
        );
    }

    #[test]
    fn agrees_with_how_many_were_kept() {
        assert_eq!(kept_words(1), "1 was already picked up or answered");
        assert_eq!(kept_words(1200), "1,200 were already picked up or answered");
    }

    #[test]
    fn rounds_durations() {
        let words: Vec<_> = [12, 1_250, 125_000]
            .into_iter()
            .map(duration_words)
            .collect();
        assert_eq!(words, ["12 ms", "1.2 s", "2 min 5 s"]);
    }
}
