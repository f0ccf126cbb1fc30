//! What deleting the unmessaged contacts of a campaign would do, in words.

use crate::domain::UnmessagedPreview;
use sentences::page;

/// How many contacts would be deleted, or why none.
pub fn unmessaged_words(preview: &UnmessagedPreview) -> String {
    match (preview.unmessaged, preview.stay) {
        (0, 0) => page::campaign_has_no_contacts().to_owned(),
        (0, _) => page::nobody_is_unmessaged().to_owned(),
        (many, _) => page::unmessaged_would_be_deleted(many),
    }
}

/// How many of them texters have, and how many contacts would stay, a sentence for each that there is.
pub fn unmessaged_and_others_words(preview: &UnmessagedPreview) -> Vec<String> {
    let held = (preview.held > 0).then(|| page::unmessaged_with_texters(preview.held));
    let stay = (preview.stay > 0).then(|| page::contacts_would_stay(preview.stay));
    held.into_iter().chain(stay).collect()
}

#[cfg(test)]
mod tests {
    use super::{unmessaged_and_others_words, unmessaged_words};
    use crate::domain::UnmessagedPreview;

    #[test]
    fn says_who_would_be_deleted_who_loses_them_and_who_stays() {
        let preview = |unmessaged, held, stay| UnmessagedPreview {
            unmessaged,
            held,
            stay,
            newest: None,
        };
        let words = |preview: &UnmessagedPreview| {
            let others = unmessaged_and_others_words(preview);
            (unmessaged_words(preview), others.len())
        };
        let (nobody, others) = words(&preview(0, 0, 0));
        assert!(
            nobody.ends_with("this campaign has no contacts."),
            "{nobody}"
        );
        assert_eq!(others, 0);
        let (nobody, others) = words(&preview(0, 0, 2));
        assert!(nobody.ends_with("was messaged, or wrote."), "{nobody}");
        assert_eq!(others, 1);
        let (some, others) = words(&preview(3, 1, 2));
        assert!(some.starts_with("3 contacts have not been"), "{some}");
        assert_eq!(others, 2);
    }
}
