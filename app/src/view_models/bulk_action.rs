//! A bulk action of Message Review, in words.

use super::review_filter::review_filter_words;
use crate::domain::{BulkChange, BulkSubject};
use crate::url::{review_list, with_query};
use sentences::page;

/// What a change is called where it is chosen.
pub fn bulk_change_label(word: &str) -> &'static str {
    match word {
        "reassign" => page::bulk_reassign(),
        "unassign" => page::bulk_unassign(),
        "add_tag" => page::bulk_add_tag(),
        "remove_tag" => page::bulk_remove_tag(),
        "close" => page::bulk_close(),
        _ => page::bulk_opt_out(),
    }
}

/// What it is: `Reassign to Sam Sender`.
pub fn bulk_title(subject: &BulkSubject) -> String {
    match subject.change {
        BulkChange::Reassign(_) => page::bulk_reassign_to(&subject.name),
        BulkChange::AddTag(_) => page::bulk_add_tag_named(&subject.name),
        BulkChange::RemoveTag(_) => page::bulk_remove_tag_named(&subject.name),
        change => bulk_change_label(change.as_str()).to_owned(),
    }
}

/// What becomes of the conversations.
pub fn bulk_lead(subject: &BulkSubject) -> String {
    let words = match subject.change {
        BulkChange::Reassign(_) => return page::bulk_reassign_lead(&subject.name),
        BulkChange::Unassign => page::bulk_unassign_lead(),
        BulkChange::AddTag(_) => page::bulk_add_tag_lead(),
        BulkChange::RemoveTag(_) => page::bulk_remove_tag_lead(),
        BulkChange::Close => page::bulk_close_lead(),
        BulkChange::OptOut => page::bulk_opt_out_lead(),
    };
    words.to_owned()
}

/// Which conversations were meant.
pub fn bulk_chosen_words(subject: &BulkSubject) -> String {
    match &subject.filter {
        None => page::bulk_chosen_one_by_one().to_owned(),
        Some(filter) => review_filter_words(filter),
    }
}

/// The address of the list from which it was prepared: the one that its page names as the way back, else by its own filter.
pub fn bulk_list(subject: &BulkSubject, back: &str) -> String {
    if let Some(list) = review_list(back) {
        return list.to_owned();
    }
    let filter = subject.filter.as_ref().map(|named| named.filter.clone());
    let fields = filter.unwrap_or_default().fields();
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, text)| (*name, text.as_str()))
        .collect();
    with_query("/review", &fields)
}

#[cfg(test)]
mod tests {
    use super::bulk_list;
    use crate::domain::{
        BulkActionId, BulkChange, BulkSubject, CampaignId, NamedFilter, ReviewFilter,
    };

    #[test]
    fn the_way_back_is_to_the_list_that_was_left_else_by_the_filter() {
        let mut subject = BulkSubject {
            id: BulkActionId(1),
            change: BulkChange::Close,
            name: String::new(),
            filter: None,
        };
        assert_eq!(bulk_list(&subject, ""), "/review");
        assert_eq!(bulk_list(&subject, "/review?after=9"), "/review?after=9");
        subject.filter = Some(NamedFilter {
            filter: ReviewFilter {
                campaign: Some(CampaignId(7)),
                ..ReviewFilter::default()
            },
            ..NamedFilter::default()
        });
        assert_eq!(bulk_list(&subject, "/texts"), "/review?campaign=7");
    }
}
