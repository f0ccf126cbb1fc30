//! A part of another page, to be shown within this one.

use leptos::web_sys::Element;

/// Loads the page at an address behind the one that is shown, and passes on its element with this id. Nothing happens if
/// there is none, or if another page is shown by then.
pub fn load_part(address: &str, id: &'static str, take: impl FnOnce(Element) + 'static) {
    #[cfg(feature = "hydrate")]
    super::load_page(address, move |page| {
        if let Some(part) = page.get_element_by_id(id) {
            take(part);
        }
    });
    #[cfg(not(feature = "hydrate"))]
    let _ = (address, id, take);
}
