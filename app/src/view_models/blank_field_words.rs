//! A field that is blank for some contacts, in words.

use crate::ports::BlankField;
use sentences::page;

/// For how many it is blank, and for whom, as far as some of them were found.
pub fn blank_field_words(blank: &BlankField) -> String {
    let field = format!("{{{}}}", blank.field);
    let names = blank.some_of_them.join(", ");
    if names.is_empty() {
        page::field_is_blank_for_some(blank.contacts, &field)
    } else {
        page::field_is_blank_for(blank.contacts, &field, &names)
    }
}

#[cfg(test)]
mod tests {
    use super::blank_field_words;
    use crate::ports::BlankField;

    #[test]
    fn names_some_of_those_who_lack_it_if_they_are_known() {
        let words = |names: &[&str]| {
            blank_field_words(&BlankField {
                field: "firstName".into(),
                contacts: 1_200,
                some_of_them: names.iter().map(|name| (*name).to_owned()).collect(),
            })
        };
        assert_eq!(
            words(&["Ada", "Bo"]),
            "{firstName} is blank for 1,200 contacts, for example Ada, Bo."
        );
        assert_eq!(words(&[]), "{firstName} is blank for 1,200 contacts.");
    }
}
