//! One release.

use crate::components::{Clock, counted, grouped};
use crate::domain::{ReleasePolicy, ReleaseRecord, ReleaseState};
use leptos::prelude::*;

/// Who, when, by which policy, how many, what was left out, and how it ended.
#[component]
pub fn Record(
    /// The release.
    record: ReleaseRecord,
) -> impl IntoView {
    let state = match record.progress.state {
        ReleaseState::Running => ("tag tag-running", "Running"),
        ReleaseState::Finished => ("tag tag-started", "Finished"),
        ReleaseState::Cancelled => (
            "tag tag-failed",
            "Cancelled; what was released until then stands",
        ),
        ReleaseState::Failed => (
            "tag tag-failed",
            "Failed; what was released until then stands",
        ),
    };
    let left_out = record
        .left_out
        .iter()
        .map(|left| view! { <li>{grouped(left.conversations)}" "{left.reason.words()}</li> })
        .collect_view();
    let actor = record
        .progress
        .actor
        .clone()
        .unwrap_or_else(|| "Automatically".into());
    let any_left_out = !record.left_out.is_empty();
    view! {
        <li class="record">
            <p class="record-count">
                <strong>{grouped(record.progress.conversations)}</strong>
                " on "{counted(record.progress.campaigns, "campaign", "campaigns")}
            </p>
            <div class="record-facts">
                <p><strong>{actor}</strong>", "<Clock at=record.started_at/></p>
                <p>{record.policy.map(policy_words)}</p>
                {any_left_out.then(|| view! { <p class="record-left">"Left alone:"</p><ul>{left_out}</ul> })}
            </div>
            <p class="record-state">
                <span class=state.0>{state.1}</span>
                {record.progress.ended().then(|| view! { <span class="muted">{duration_words(record.progress.ran_ms)}</span> })}
            </p>
        </li>
    }
}

/// The policy as it is told: `Idle for at least 1 hour, without campaigns restricted to teams, …`.
fn policy_words(policy: ReleasePolicy) -> String {
    let mut words = format!("Idle for at least {}", policy.interval);
    words += if policy.include_team_restricted {
        ", with campaigns restricted to teams"
    } else {
        ", without campaigns restricted to teams"
    };
    words += if policy.only_within_texting_hours {
        ", only contacts within texting hours"
    } else {
        ", whatever the texting hours"
    };
    if policy.include_auto_assign_off {
        words += ", with campaigns that have auto-assign off";
    }
    words
}

fn duration_words(milliseconds: u32) -> String {
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
    use super::{duration_words, policy_words};
    use crate::domain::ReleasePolicy;

    #[test]
    fn tells_the_policy() {
        assert_eq!(
            policy_words(ReleasePolicy::default()),
            "Idle for at least 1 hour, without campaigns restricted to teams, only contacts within texting hours"
        );
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
