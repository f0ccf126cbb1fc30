//! Figures that change while a page is looked at.

use super::browser::subscribe;
use super::handed::{Handed, handed};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// Which figures a page shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum FiguresShown {
    /// The badge in the head.
    #[default]
    Requests,
    /// The pools of Assignment Control, and the badge.
    Assignment,
}

impl Handed for FiguresShown {
    const ID: &'static str = "handed-figures";
}

/// Keeps the texts of the elements with `data-figure` at what the server tells. They are plain HTML; this
/// shows nothing itself.
#[island]
pub fn LiveFigures() -> impl IntoView {
    let url = match handed() {
        FiguresShown::Requests => "/events/figures?of=requests",
        FiguresShown::Assignment => "/events/figures?of=assignment",
    };
    subscribe(url.to_owned(), &["figures"], |_, told| show(&told));
    view! { <span hidden></span> }
}

/// The data of an event is an object: figure → text.
#[cfg(feature = "hydrate")]
fn show(told: &str) {
    use leptos::web_sys::js_sys::{Array, JSON, Object};
    use wasm_bindgen::JsCast;
    let Ok(figures) = JSON::parse(told) else {
        return;
    };
    let Some(figures) = figures.dyn_ref::<Object>() else {
        return;
    };
    for entry in Object::entries(figures) {
        let entry = Array::from(&entry);
        let name = entry.get(0).as_string().unwrap_or_default();
        let selector = ["[data-figure=\"", &name, "\"]"].concat();
        if let Ok(Some(shown)) = document().query_selector(&selector) {
            shown.set_text_content(entry.get(1).as_string().as_deref());
        }
    }
}

#[cfg(not(feature = "hydrate"))]
fn show(_: &str) {}
