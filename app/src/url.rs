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

#[cfg(test)]
mod tests {
    use super::with_query;

    #[test]
    fn keeps_what_is_filled_in_and_escapes_it() {
        let fields = [("q", "ann & ben#"), ("after", "")];
        assert_eq!(with_query("/people", &fields), "/people?q=ann+%26+ben%23");
        assert_eq!(with_query("/people", &[("q", "")]), "/people");
    }
}
