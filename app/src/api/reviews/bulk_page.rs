//! The address of the page of a bulk action.

use crate::domain::BulkActionId;
use crate::url::{review_list, with_query};

/// It names the list from which the action was prepared, if that has filters or pages, for the way back. What is no list is
/// left out.
pub fn bulk_page(action: BulkActionId, back: &str) -> String {
    page_of(action, "", back)
}

/// The same of the page that shows how far it is.
pub fn bulk_progress_page(action: BulkActionId, back: &str) -> String {
    page_of(action, "/progress", back)
}

fn page_of(action: BulkActionId, part: &str, back: &str) -> String {
    let list = review_list(back).filter(|list| *list != "/review");
    let path = format!("/review/actions/{action}{part}");
    with_query(&path, &[("back", list.unwrap_or_default())])
}

#[cfg(test)]
mod tests {
    use super::{bulk_page, bulk_progress_page};
    use crate::domain::BulkActionId;

    #[test]
    fn only_a_list_is_named_and_only_where_it_is_not_all_of_it() {
        let action = BulkActionId(7);
        for back in ["", "/review", "/texts", "//evil.test/review?"] {
            assert_eq!(bulk_page(action, back), "/review/actions/7", "{back}");
        }
        assert_eq!(
            bulk_progress_page(action, "/review?tag=3&after=9"),
            "/review/actions/7/progress?back=%2Freview%3Ftag%3D3%26after%3D9"
        );
    }
}
