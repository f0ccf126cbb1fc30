//! Live figures: numbers of plain HTML that follow the server.

use super::browser::{set_figure, subscribe};
use super::encoded::decode;
use super::island_props::{IslandProps, island_props};
use crate::domain::Topic;
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
    let topic = match island_props() {
        FigureSet::Requests => Topic::RequestsFigure,
        FigureSet::Assignment => Topic::AssignmentFigures,
    };
    subscribe(&topic, &["figures"], |_, data| {
        for (name, text) in decode::<Vec<(String, String)>>(&data).unwrap_or_default() {
            set_figure(&name, &text);
        }
    });
    view! { <span hidden></span> }
}
