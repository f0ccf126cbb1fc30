//! The parser of the form of a bulk action.

use crate::domain::{BulkChange, ReviewFilter};
use crate::error::AppError;
use sentences::page;

/// The change that a form asks for.
///
/// # Errors
/// Nothing is chosen, or it needs a member or a tag.
pub fn bulk_change(word: &str, member: &str, tag: &str) -> Result<BulkChange, AppError> {
    BulkChange::of(word, member.parse().ok(), tag.parse().ok()).map_err(|_| {
        let sentence = match word {
            "reassign" => page::bulk_choose_receiver(),
            "add_tag" | "remove_tag" => page::bulk_choose_tag(),
            _ => page::bulk_choose_change(),
        };
        AppError::Invalid(sentence.to_owned())
    })
}

/// The filter of a list, by the address of the list.
///
/// # Errors
/// A field means nothing: without it the filter would find more than the list shows.
pub fn listed_by(address: &str) -> Result<ReviewFilter, AppError> {
    let query = address.split_once('?').map_or("", |(_, query)| query);
    let query = query.split('#').next().unwrap_or_default();
    let fields: Vec<_> = form_urlencoded::parse(query.as_bytes()).collect();
    let filter = ReviewFilter::from_fields(|name| {
        let found = fields.iter().find(|(field, _)| field == name);
        found.map(|(_, text)| text.to_string())
    });
    filter.map_err(|_| AppError::Invalid(page::form_is_not_valid().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::listed_by;
    use crate::domain::{CampaignId, ReviewFilter, WordsSought};

    #[test]
    fn the_filter_is_that_of_the_list() {
        let filter = listed_by("/review?campaign=7&words=my+lawyer+%26+I&after=9&open=8#bulk");
        let expected = ReviewFilter {
            campaign: Some(CampaignId(7)),
            words: WordsSought::new("my lawyer & I"),
            ..ReviewFilter::default()
        };
        assert_eq!(filter, Ok(expected));
        assert_eq!(listed_by("/review"), Ok(ReviewFilter::default()));
        assert!(listed_by("/review?campaign=x").is_err());
    }
}
