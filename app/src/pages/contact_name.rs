//! The name of a contact, as pages show it.

use sentences::page;

/// The name, or that there is none.
pub fn contact_name(name: &str) -> String {
    match name.trim() {
        "" => page::no_name().to_owned(),
        name => name.to_owned(),
    }
}
