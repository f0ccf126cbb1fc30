//! Addresses of our own pages, with escaped query fields.

/// A path with those fields that are filled in: `/people?q=ann&after=7`.
pub fn with_query(path: &str, fields: &[(&str, &str)]) -> String {
    let filled = fields.iter().filter(|(_, text)| !text.is_empty());
    let query = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(filled)
        .finish();
    match query.as_str() {
        "" => path.to_owned(),
        query => [path, "?", query].concat(),
    }
}

/// The address, if it is a page of this server, as it may come back from a form: `/texts/7#latest`.
pub fn own_page(address: &str) -> Option<&str> {
    // What browsers read as another host begins with two slashes, of either kind.
    let is_own = address.starts_with('/') && !address[1..].starts_with(['/', '\\']);
    (is_own && !address.contains(char::is_control)).then_some(address)
}

/// The address, if it is the list of Message Review, with any filters.
pub fn review_list(address: &str) -> Option<&str> {
    own_page(address).filter(|address| *address == "/review" || address.starts_with("/review?"))
}

/// The sign-in page, which leads back to the page that was asked for, by its path and query. The error of a form is not
/// part of that page.
pub fn sign_in_for(path: &str, query: &str) -> String {
    let fields: Vec<_> = form_urlencoded::parse(query.as_bytes())
        .filter(|(name, _)| !name.starts_with("__") && name != "form")
        .collect();
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, t)| (&**n, &**t)).collect();
    let next = with_query(path, &fields);
    let next = if next == "/" { "" } else { &next };
    with_query("/sign-in", &[("next", next)])
}

#[cfg(test)]
mod tests {
    use super::{own_page, review_list, sign_in_for, with_query};

    #[test]
    fn leads_back_to_pages_of_this_server_alone() {
        for own in ["/", "/texts/7#latest", "/people?q=a//b"] {
            assert_eq!(own_page(own), Some(own));
        }
        for foreign in [
            "",
            "texts",
            "//evil.test",
            "/\\evil.test",
            "https://evil.test",
            "/\n/evil.test",
        ] {
            assert_eq!(own_page(foreign), None, "{foreign}");
        }
    }

    #[test]
    fn a_list_of_message_review_is_no_other_page() {
        for list in ["/review", "/review?campaign=7&open=8"] {
            assert_eq!(review_list(list), Some(list));
        }
        for other in [
            "",
            "/reviews",
            "/review/actions/7",
            "/texts?/review",
            "//review?",
        ] {
            assert_eq!(review_list(other), None, "{other}");
        }
    }

    #[test]
    fn leads_back_to_the_page_and_not_to_an_error_on_it() {
        assert_eq!(sign_in_for("/", ""), "/sign-in");
        assert_eq!(
            sign_in_for("/people", "q=ann+b&__err=x&form=tag"),
            "/sign-in?next=%2Fpeople%3Fq%3Dann%2Bb"
        );
    }

    #[test]
    fn keeps_what_is_filled_in_and_escapes_it() {
        let fields = [("q", "ann & ben#"), ("after", "")];
        assert_eq!(with_query("/people", &fields), "/people?q=ann+%26+ben%23");
        assert_eq!(with_query("/people", &[("q", "")]), "/people");
    }
}
