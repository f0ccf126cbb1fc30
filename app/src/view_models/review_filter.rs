//! The filters of Message Review, in words.

use super::status_words::status_words;
use crate::domain::{NamedFilter, ReviewFilter};
use sentences::page;

/// What a field of the filter is called.
pub fn review_field_label(field: &str) -> &'static str {
    match field {
        "campaign" => page::review_campaign(),
        "texter" => page::review_texter(),
        "status" => page::review_status(),
        "tag" => page::review_tag(),
        "idle" => page::review_idle(),
        "contact" => page::review_name_or_cell(),
        "words" => page::review_words(),
        "escalated" => page::review_escalated(),
        _ => page::review_failed(),
    }
}

/// All that a filter finds: `All that matched: Campaign: Early vote, Status: Closed`.
pub fn review_filter_words(named: &NamedFilter) -> String {
    let filter = &named.filter;
    let filled = filter.fields().into_iter();
    let parts: Vec<String> = filled
        .filter(|(_, text)| !text.is_empty())
        .map(|(field, text)| {
            let label = review_field_label(field);
            let value = match field {
                "campaign" => named.campaign.clone().unwrap_or(text),
                "texter" if text == ReviewFilter::NOBODY => page::review_nobody().to_owned(),
                "texter" => named.member.clone().unwrap_or(text),
                "status" => filter
                    .status
                    .map(status_words)
                    .unwrap_or_default()
                    .to_owned(),
                "tag" => named.tag.clone().unwrap_or(text),
                "idle" => filter.idle.map(|idle| idle.to_string()).unwrap_or(text),
                "escalated" | "failed" => return label.to_owned(),
                _ => text,
            };
            page::bulk_filter(label, &value)
        })
        .collect();
    if parts.is_empty() {
        page::bulk_all_conversations().to_owned()
    } else {
        page::bulk_all_matching(&parts.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::review_filter_words;
    use crate::domain::{CampaignId, ConversationStatus, NamedFilter, ReviewFilter, ReviewHolder};

    #[test]
    fn a_filter_is_said_with_the_names_of_then() {
        let named = NamedFilter {
            filter: ReviewFilter {
                campaign: Some(CampaignId(7)),
                holder: Some(ReviewHolder::Nobody),
                status: Some(ConversationStatus::Closed),
                escalated: true,
                ..ReviewFilter::default()
            },
            campaign: Some("Early vote".into()),
            ..NamedFilter::default()
        };
        assert_eq!(
            review_filter_words(&named),
            "All that matched: Campaign: Early vote, Texter: No one, Status: Closed, Escalated"
        );
        assert_eq!(
            review_filter_words(&NamedFilter::default()),
            "All conversations"
        );
    }
}
