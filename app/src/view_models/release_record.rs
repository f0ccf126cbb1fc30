//! A row of the release history, in words.

use super::bulk_action::{bulk_chosen_words, bulk_title};
use crate::domain::{
    ReleaseKind, ReleasePolicy, ReleaseProgress, ReleaseRecord, ReleaseScope, ReleaseState,
};
use sentences::{admin, island, page};

/// What follows how many there were: `released`.
pub fn done_words(record: &ReleaseRecord) -> String {
    let progress = &record.progress;
    match (progress.undoes, progress.kind) {
        (Some(_), _) => page::returned_so_many(progress.conversations),
        (None, ReleaseKind::SecondPass) => page::to_message_again(progress.conversations),
        (None, ReleaseKind::Bulk) => page::bulk_changed_so_many(progress.conversations),
        (None, _) => page::released_so_many(progress.conversations),
    }
}

/// How it ended: the class of its mark, and a word.
pub fn state_words(state: ReleaseState) -> (&'static str, &'static str) {
    match state {
        ReleaseState::Running => ("tag tag-running", page::release_running()),
        ReleaseState::Finished => ("tag tag-started", page::release_finished()),
        ReleaseState::Cancelled => ("tag tag-failed", page::release_cancelled()),
        ReleaseState::Failed => ("tag tag-failed", page::release_failed()),
    }
}

/// Who did it: `Ada Admin`, `Automatic · 12 releases`.
pub fn who_words(record: &ReleaseRecord) -> String {
    let who = record.progress.actor.as_deref();
    let who = who.unwrap_or(admin::automatic());
    if record.releases > 1 {
        page::so_many_releases(who, &sentences::number(record.releases))
    } else {
        who.to_owned()
    }
}

/// What it was: `Released unsent messages of one campaign`.
pub fn what_words(record: &ReleaseRecord) -> String {
    let kind = record.progress.kind;
    let words = match (record.progress.undoes, record.scope, kind) {
        (Some(_), ..) => island::undo(),
        (_, ReleaseScope::Suspension, _) => {
            return page::was_suspended(record.suspended.as_deref().unwrap_or_default());
        }
        (_, ReleaseScope::Review, _) => {
            let newer = || page::release_of_a_newer_version().to_owned();
            return record.bulk.as_ref().map_or_else(newer, bulk_title);
        }
        (_, ReleaseScope::Texter, _) => island::release_my_replies(),
        (_, ReleaseScope::Newer, _) => page::release_of_a_newer_version(),
        (_, ReleaseScope::Everywhere, _) => admin::release_unhandled_replies(),
        (_, ReleaseScope::Automatic(_), _) => admin::auto_release(),
        (
            _,
            ReleaseScope::Campaign(_),
            ReleaseKind::Replies | ReleaseKind::Held | ReleaseKind::Bulk,
        ) => admin::release_unreplied_conversations(),
        (_, ReleaseScope::Campaign(_), ReleaseKind::Unsent) => admin::release_unsent_messages(),
        (_, ReleaseScope::Campaign(_), ReleaseKind::SecondPass) => admin::second_pass(),
    };
    words.to_owned()
}

/// What it went by, as a sentence: the policy of a release, the age of the texts of a second pass, the filter of a bulk
/// action.
pub fn settings_words(record: &ReleaseRecord) -> Option<String> {
    let days = record
        .texted_days_ago
        .map(|days| page::texted_days_ago(days.days().unsigned_abs()));
    let chosen = record.bulk.as_ref().map(bulk_chosen_words);
    days.or(chosen)
        .or_else(|| Some(policy_words(record.policy?, record.scope)))
}

/// The policy as a sentence: `Waiting for at least 1 hour, without campaigns restricted to teams, …`. On one
/// campaign only the interval was asked for, and the confirmation.
fn policy_words(policy: ReleasePolicy, scope: ReleaseScope) -> String {
    let waiting = page::waiting_for_at_least_interval(&policy.interval.to_string());
    let mut settings = vec![&*waiting];
    if scope == ReleaseScope::Everywhere {
        settings.push(if policy.include_team_restricted {
            page::with_campaigns_of_teams()
        } else {
            page::without_campaigns_of_teams()
        });
        settings.push(if policy.only_within_texting_hours {
            page::only_within_texting_hours()
        } else {
            page::also_outside_texting_hours()
        });
    }
    if policy.include_auto_assign_off {
        settings.push(page::although_auto_assign_was_off());
    }
    settings.join(", ")
}

/// Of an undo, that so many were not given back, by their reasons; of a bulk action, that so many had changed.
pub fn kept_words(progress: &ReleaseProgress) -> Vec<String> {
    if progress.undoes.is_some() {
        return not_returned_words(progress.kept, progress.kept_escalated);
    }
    let had_changed = (progress.kept > 0).then(|| page::bulk_had_changed(progress.kept));
    had_changed.into_iter().collect()
}

/// Of a release that went through, how many of those that qualified when it started did not any more when their turn
/// came. Of a bulk action these are what was kept.
pub fn no_longer_qualified_words(progress: &ReleaseProgress) -> Option<String> {
    let is_release = matches!(
        progress.kind,
        ReleaseKind::Replies | ReleaseKind::Unsent | ReleaseKind::Held
    );
    let went_through = progress.undoes.is_none() && progress.state == ReleaseState::Finished;
    let left = progress.expected.saturating_sub(progress.conversations);
    (is_release && went_through && left > 0).then(|| page::no_longer_qualified(left))
}

fn not_returned_words(kept: u32, escalated: u32) -> Vec<String> {
    let touched = kept.saturating_sub(escalated);
    let touched = (touched > 0).then(|| page::kept_so_many(touched));
    let escalated = (escalated > 0).then(|| page::kept_escalated_so_many(escalated));
    touched.into_iter().chain(escalated).collect()
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
    use super::{duration_words, no_longer_qualified_words, not_returned_words, policy_words};
    use crate::domain::{
        CampaignId, ReleaseId, ReleaseKind, ReleasePolicy, ReleaseProgress, ReleaseScope,
        ReleaseState,
    };
    use leptos::prelude::{Owner, provide_context};
    use sentences::Language;

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

    fn failed_undo() -> ReleaseProgress {
        ReleaseProgress {
            release: ReleaseId(2),
            actor: None,
            kind: ReleaseKind::Replies,
            campaign: None,
            undoes: Some(ReleaseId(1)),
            state: ReleaseState::Failed,
            cancelling: false,
            expected: 40,
            conversations: 39,
            campaigns: 3,
            kept: 1,
            kept_escalated: 0,
            ran_ms: 5,
            undo_for: None,
        }
    }

    #[test]
    fn says_how_many_did_not_qualify_any_more_unless_it_did_not_go_through() {
        let release = ReleaseProgress {
            undoes: None,
            state: ReleaseState::Finished,
            ..failed_undo()
        };
        let words = no_longer_qualified_words(&release).unwrap_or_default();
        assert!(words.starts_with("1 no longer qualified"), "{words}");
        let all = ReleaseProgress {
            conversations: 41,
            ..release.clone()
        };
        let bulk_action = ReleaseProgress {
            kind: ReleaseKind::Bulk,
            ..release.clone()
        };
        let undo = ReleaseProgress {
            undoes: Some(ReleaseId(1)),
            ..release.clone()
        };
        let cancelled = ReleaseProgress {
            state: ReleaseState::Cancelled,
            ..release
        };
        for silent in [all, bulk_action, undo, cancelled, failed_undo()] {
            assert_eq!(no_longer_qualified_words(&silent), None, "{silent}");
        }
    }

    #[test]
    fn an_undo_and_its_settings_are_told_in_spanish() {
        let undo = failed_undo();
        let words = Owner::new().with(|| {
            provide_context(Language::Spanish);
            let settings = policy_words(ReleasePolicy::default(), ReleaseScope::Everywhere);
            [undo.to_string(), settings]
        });
        assert_eq!(
            words,
            [
                "Se deshizo: 39 de 40 respuestas devueltas; 1 ya se había tomado, contestado o eliminado, y luego falló",
                "En espera durante al menos 1 hora, sin campañas restringidas a equipos, solo contactos en su horario de mensajes"
            ]
        );
    }

    #[test]
    fn agrees_with_how_many_were_kept() {
        assert_eq!(
            not_returned_words(1, 0),
            ["1 was already picked up, answered or deleted"]
        );
        assert_eq!(
            not_returned_words(1200, 1),
            [
                "1,199 were already picked up, answered or deleted",
                "1 has an escalation tag that its texter’s teams do not have"
            ]
        );
        assert!(not_returned_words(0, 0).is_empty());
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
