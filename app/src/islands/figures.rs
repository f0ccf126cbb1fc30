//! Live figures: numbers of plain HTML that follow the server.

use super::browser::subscribe;
use super::island_props::{IslandProps, island_props};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// The set of figures that a page shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum FigureSet {
    /// The badge in the head.
    #[default]
    Requests,
    /// The pools of Assignment Control, and the badge.
    Assignment,
}

impl IslandProps for FigureSet {
    const ID: &'static str = "props-figures";
}

/// The updates of the elements with `data-figure`. They are plain HTML; this shows nothing itself.
#[island]
pub fn LiveFigures() -> impl IntoView {
    let url = match island_props() {
        FigureSet::Requests => "/events/figures?of=requests",
        FigureSet::Assignment => "/events/figures?of=assignment",
    };
    subscribe(url.to_owned(), &["figures"], |_, data| show(&data));
    view! { <span hidden></span> }
}

/// The data of an event is an object: figure → text.
#[cfg(feature = "hydrate")]
fn show(data: &str) {
    use leptos::web_sys::js_sys::{Array, JSON, Object};
    use wasm_bindgen::JsCast;
    let Ok(figures) = JSON::parse(data) else {
        return;
    };
    let Some(figures) = figures.dyn_ref::<Object>() else {
        return;
    };
    for entry in Object::entries(figures) {
        let entry = Array::from(&entry);
        let name = entry.get(0).as_string().unwrap_or_default();
        let selector = ["[data-figure=\"", &name, "\"]"].concat();
        if let Ok(Some(element)) = document().query_selector(&selector) {
            element.set_text_content(entry.get(1).as_string().as_deref());
        }
    }
}

#[cfg(not(feature = "hydrate"))]
fn show(_: &str) {}
