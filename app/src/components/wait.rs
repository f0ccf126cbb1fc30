//! The wait of a person, with its colour and clock face.

use super::{Derived, derive};
use crate::domain::Age;
use leptos::prelude::*;
use std::sync::Arc;

/// How bad a wait is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WaitLevel {
    /// Under a quarter of an hour.
    Fresh,
    /// Under an hour.
    Soon,
    /// Under a day.
    Long,
    /// A day or more: the only level that is red, so that red stands out.
    Overdue,
}

impl WaitLevel {
    /// Of a wait.
    pub fn of(age: Age) -> Self {
        match age.minutes() {
            0..15 => Self::Fresh,
            15..60 => Self::Soon,
            60..1440 => Self::Long,
            _ => Self::Overdue,
        }
    }

    /// The class that colours it.
    pub fn class(self) -> &'static str {
        match self {
            Self::Fresh => "wait wait-fresh",
            Self::Soon => "wait wait-soon",
            Self::Long => "wait wait-long",
            Self::Overdue => "wait wait-overdue",
        }
    }

    /// The hand of the clock beside it, which goes round as the wait grows, so that the colour is
    /// not all there is.
    fn hand(self) -> &'static str {
        match self {
            Self::Fresh => "M8 8V3",
            Self::Soon => "M8 3a5 5 0 0 1 5 5H8z",
            Self::Long => "M8 3a5 5 0 0 1 0 10V8z",
            Self::Overdue => "M8 3a5 5 0 1 1-.01 0z",
        }
    }
}

/// A wait, in words, with its colour and a clock face that fills.
#[component]
pub fn Wait(
    /// How long; nothing is shown if nobody waits.
    age: Derived<Option<Age>>,
) -> impl IntoView {
    let level = {
        let age = Arc::clone(&age);
        move || age().map_or(WaitLevel::Fresh, WaitLevel::of)
    };
    let (class, hand) = (level.clone(), level);
    let (gone, words) = (Arc::clone(&age), age);
    view! {
        <span
            class=derive(move || class().class())
            hidden=derive(move || gone().is_none())
        >
            <svg viewBox="0 0 16 16" aria-hidden="true">
                <circle cx="8" cy="8" r="6.5"></circle>
                <path d=derive(move || hand().hand())></path>
            </svg>
            {derive(move || words().map(|age| age.to_string()).unwrap_or_default())}
        </span>
    }
}

#[cfg(test)]
mod tests {
    use super::WaitLevel;
    use crate::domain::Age;

    #[test]
    fn gets_worse_with_time() {
        let level = |minutes: u32| WaitLevel::of(Age(minutes * 60));
        assert_eq!(level(0), WaitLevel::Fresh);
        assert_eq!(level(15), WaitLevel::Soon);
        assert_eq!(level(60), WaitLevel::Long);
        assert_eq!(level(1439), WaitLevel::Long);
        assert_eq!(level(1440), WaitLevel::Overdue);
    }
}
