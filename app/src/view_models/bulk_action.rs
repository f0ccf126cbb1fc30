//! A bulk action of Message Review, in words.

use super::review_filter::review_filter_words;
use crate::domain::{BulkChange, BulkSubject};
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
