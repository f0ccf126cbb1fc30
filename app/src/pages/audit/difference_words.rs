//! What a save has changed, in the language of who reads.

use crate::domain::{ApprovalLevel, IdleInterval, PoolKind, Role};
use crate::pages::people::role_name;
use sentences::{admin, page};

/// The lines of the log, `name: Vote Local → Turn Out` or `role: texter`, with the labels of the form.
pub(super) fn difference_words(detail: &str) -> String {
    let lines: Vec<String> = detail.lines().map(line_words).collect();
    lines.join("; ")
}

fn line_words(line: &str) -> String {
    if let Some((title, texts)) = line.split_once(", response_text: ") {
        return format!("{}: {texts}", page::audit_text_of(title));
    }
    let Some((field, values)) = line.split_once(": ") else {
        return line.to_owned();
    };
    let label = match (label(field), field.rsplit_once(", ")) {
        (Some(label), _) => label.to_owned(),
        (None, Some((title, field))) => page::audit_of_pool(title, label(field).unwrap_or(field)),
        (None, None) => field.to_owned(),
    };
    let values = values.split(" → ").map(|value| value_words(field, value));
    let values: Vec<String> = values.collect();
    format!("{label}: {}", values.join(" → "))
}

/// What the field is called on its page; none: one that only a newer version of Baton knows.
fn label(field: &str) -> Option<&'static str> {
    Some(match field {
        "name" => page::organization_name(),
        "texting_from" => page::new_campaigns_text_from(),
        "texting_until" => page::new_campaigns_text_until(),
        "time_zone" => page::time_zone_of_new_campaigns(),
        "shows_last_names" => page::texters_see_last_names(),
        "opt_out_goodbye" => page::goodbye_of_opt_outs(),
        "requests_enabled" => page::requests_enabled(),
        "requests_disabled_message" => page::message_while_disabled(),
        "default_approval_level" => page::approval_level_of_new_members(),
        "finish_replies_first" => page::finish_replies_first(),
        "most_open_replies" => page::most_open_replies(),
        "most_texts_per_day" => page::most_texts_in_a_day(),
        "enabled" => page::enabled(),
        "kind" => page::pool_type(),
        "max_per_request" => page::most_per_request(),
        "title" => page::title(),
        "description" => page::campaign_description(),
        "texting_begins" => page::texting_begins(),
        "texting_ends" => page::texting_ends(),
        "campaign_time_zone" => page::time_zone(),
        "script" => page::script(),
        "due_on" => page::due_date(),
        "responses" => page::canned_responses(),
        "restricted" => page::restricted_to_teams(),
        "teams" => admin::teams(),
        "auto_assign" => admin::auto_assign(),
        "auto_release_minutes" => admin::auto_release(),
        "keep_messages_days" => page::days_until_messages_are_erased(),
        "region" => page::numbers_without_a_country_code(),
        "priority" => page::priority(),
        "escalation" => page::escalation_tag(),
        "role" => page::role(),
        "level" => page::approval_level(),
        "valid_days" => page::how_long_it_is_valid(),
        "uses" => page::how_many_may_join(),
        _ => return None,
    })
}

fn value_words(field: &str, value: &str) -> String {
    match (field, value) {
        (_, "true") => page::audit_on().to_owned(),
        (_, "false") => page::audit_off().to_owned(),
        ("role", _) => value
            .parse::<Role>()
            .map_or_else(|_| value.to_owned(), |role| role_name(role).to_owned()),
        ("valid_days", _) => value
            .parse()
            .map_or_else(|_| value.to_owned(), page::valid_for_days),
        ("auto_release_minutes", _) => value
            .parse::<IdleInterval>()
            .map_or_else(|_| value.to_owned(), |interval| interval.to_string()),
        _ => {
            let level = value
                .parse::<ApprovalLevel>()
                .map(|level| level.to_string());
            let kind = value.parse::<PoolKind>().map(|kind| kind.to_string());
            level.or(kind).unwrap_or_else(|_| value.to_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::difference_words;

    #[test]
    fn fields_are_called_as_on_their_page() {
        let detail = "name: Vote Local → Turn Out\nshows_last_names: true → false\n\
                      Legal, max_per_request: 25 → 10\ndefault_approval_level: automatic → not_allowed\npainted: red → blue\n\
                      auto_release_minutes: – → 90\nWhen: then, response_text: Soon → Now\nrole: supervolunteer\nvalid_days: 7\n\
                      region: US → MX";
        let words = difference_words(detail);
        for expected in [
            "Vote Local → Turn Out; ",
            "on → off",
            "Legal pool, ",
            "25 → 10",
            "painted: red → blue",
            "Auto-release: – → 1 h 30 min",
            "Text of “When: then”: Soon → Now",
            "Role: Supervolunteer",
            "Valid for: 7 days",
            "Numbers without a country code: US → MX",
        ] {
            assert!(words.contains(expected), "{words}");
        }
        assert!(!words.contains("not_allowed"), "{words}");
    }
}
