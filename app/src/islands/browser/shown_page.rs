//! The islands of the page that is shown, until another takes its place.
//!
//! Leptos hydrates an island for as long as the document is there, and forgets what it needs for that. Here documents
//! show many pages, one after another (`script/navigation.js`), so that all of it is kept and dropped with its
//! page.

use super::pending_form::send_pending_beacons;
use crate::islands::hydrate_island;
use leptos::prelude::*;
use std::any::Any;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;

thread_local! {
    /// The owner of everything reactive on the page; set once.
    static OWNER: RefCell<Option<Owner>> = const { RefCell::new(None) };
    /// What keeps the islands alive.
    static ISLANDS: RefCell<Vec<Box<dyn Any>>> = const { RefCell::new(Vec::new()) };
    /// How many pages were shown before this one.
    static NUMBER: Cell<u32> = const { Cell::new(0) };
}

/// Hydrates every island of the document, and then marks the document with `data-live="true"`, so that tests can wait
/// for it.
pub fn show_page() {
    let owner = OWNER.with_borrow_mut(|owner| {
        if owner.is_none() {
            leptos::mount::hydrate_islands();
            *owner = Owner::current();
            // For as long as the document is there.
            window_event_listener_untyped("pagehide", |_| send_pending_beacons());
        }
        owner.clone()
    });
    let islands = document().get_elements_by_tag_name("leptos-island");
    let Some(owner) = owner else { return };
    owner.with(|| {
        for index in 0..islands.length() {
            let Some(element) = islands.item(index) else {
                continue;
            };
            let component = element.get_attribute("data-component").unwrap_or_default();
            // Leptos adds a number to the name.
            let name = component.split('_').next().unwrap_or_default();
            match hydrate_island(name, element.unchecked_ref()) {
                Some(state) => ISLANDS.with_borrow_mut(|islands| islands.push(state)),
                None => leptos::logging::error!("{name} is not in the list of islands"),
            }
        }
    });
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-live", "true");
    }
}

/// Ends every island of the document: its effects, listeners and timers. What is sent goes on.
pub fn leave_page() {
    if let Some(root) = document().document_element() {
        // The script takes the attribute, whatever its value, for the program being there.
        let _ = root.set_attribute("data-live", "false");
    }
    NUMBER.set(NUMBER.get().wrapping_add(1));
    ISLANDS.take();
    OWNER.with_borrow(|owner| {
        if let Some(owner) = owner {
            owner.cleanup();
        }
    });
}

/// How many pages were shown before this one.
pub(super) fn page_number() -> u32 {
    NUMBER.get()
}
