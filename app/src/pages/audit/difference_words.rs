//! What a save has changed, in the language of who reads.

use crate::domain::{ApprovalLevel, PoolKind};
use sentences::page;

/// The lines of the log, `name: Vote Local → Turn Out`, with the labels of the form.
pub(super) fn difference_words(detail: &str) -> String {
    let lines: Vec<String> = detail.lines().map(line_words).collect();
    lines.join("; ")
}

fn line_words(line: &str) -> String {
    let Some((field, values)) = line.split_once(": ") else {
        return line.to_owned();
    };
    let field = match (label(field), field.rsplit_once(", ")) {
        (Some(label), _) => label.to_owned(),
        (None, Some((title, field))) => page::audit_of_pool(title, label(field).unwrap_or(field)),
        (None, None) => field.to_owned(),
    };
    let values: Vec<String> = values.split(" → ").map(value_words).collect();
    format!("{field}: {}", values.join(" → "))
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
        _ => return None,
    })
}

fn value_words(value: &str) -> String {
    match value {
        "true" => page::audit_on().to_owned(),
        "false" => page::audit_off().to_owned(),
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
                      Legal, max_per_request: 25 → 10\ndefault_approval_level: automatic → not_allowed\npainted: red → blue";
        let words = difference_words(detail);
        for expected in [
            "Vote Local → Turn Out; ",
            "on → off",
            "Legal pool, ",
            "25 → 10",
            "painted: red → blue",
        ] {
            assert!(words.contains(expected), "{words}");
        }
        assert!(!words.contains("not_allowed"), "{words}");
    }
}
