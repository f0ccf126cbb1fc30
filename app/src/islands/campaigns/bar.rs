//! The bar of a campaign's waiting replies.

use super::live_row::LiveRow;
use crate::components::derive;
use leptos::prelude::*;
use sentences::admin;

/// Units that the longest bar is wide.
const WIDTH: u32 = 1000;

/// Unhandled replies, solid, and those in the pool, lighter, against the campaign where most wait. It
/// repeats figures that stand beside it, so it is hidden from those who do not see it.
#[component]
pub fn Bar(row: RwSignal<LiveRow>, most: RwSignal<u32>) -> impl IntoView {
    let width =
        move |of: fn(&LiveRow) -> u32| derive(move || width(row.with(of), most.get()).to_string());
    let unhandled = width(|row| row.counts.unhandled);
    let in_pool = width(|row| row.counts.in_pool);
    view! {
        <svg class="bar" viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true">
            <rect class="bar-held" width=unhandled.clone() height="8"></rect>
            <rect class="bar-pool" x=unhandled width=in_pool height="8"></rect>
        </svg>
    }
}

/// The names of the bar's two parts.
#[component]
pub fn Legend() -> impl IntoView {
    view! {
        <p class="legend" aria-hidden="true">
            <span class="legend-held">{admin::unhandled()}</span>
            <span class="legend-pool">{admin::in_the_pool()}</span>
        </p>
    }
}

fn width(number: u32, most: u32) -> u32 {
    // A share of the most, so it fits; one person is still to be seen.
    let share = (u64::from(number) * u64::from(WIDTH) / u64::from(most.max(1))) as u32;
    if number > 0 { share.max(8) } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::width;

    #[test]
    fn is_a_share_of_the_most_and_never_too_small_to_see() {
        assert_eq!((width(50, 50), width(25, 50), width(0, 50)), (1000, 500, 0));
        assert_eq!((width(1, 100_000), width(0, 0)), (8, 0));
    }
}
