//! The name of a contact, as pages show it.

use sentences::page;

/// The name, or that there is none.
pub fn contact_name(name: &str) -> String {
    match name.trim() {
        "" => page::no_name().to_owned(),
        name => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::contact_name;

    #[test]
    fn is_said_where_there_is_none() {
        assert_eq!(contact_name(" Maya Lin "), "Maya Lin");
        assert_eq!(contact_name("  "), "No name");
    }
}
