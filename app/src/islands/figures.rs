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
    /// The badges in the head.
    #[default]
    Head,
    /// The pools of Assignment Control, and the badges.
    Assignment,
}

impl IslandProps for FigureSet {
    const ID: &'static str = "props-figures";
}

/// The updates of the elements with `data-figure`. They are plain HTML; this shows nothing itself.
///
/// Every page of somebody who is signed in has it, also where it has no figure: who is subscribed to something hears when
/// their role changes or their session ends.
#[island]
pub fn LiveFigures() -> impl IntoView {
    let topic = match island_props() {
        FigureSet::Head => Topic::HeadFigures,
        FigureSet::Assignment => Topic::AssignmentFigures,
    };
    subscribe(&topic, &["figures"], |_, data| {
        for (name, text) in decode::<Vec<(String, String)>>(&data).unwrap_or_default() {
            set_figure(&name, &text);
        }
    });
    view! { <span hidden></span> }
}
