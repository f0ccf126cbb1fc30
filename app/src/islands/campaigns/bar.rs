//! Where people wait, as a bar.

use super::live_row::LiveRow;
use crate::components::WaitLevel;
use leptos::prelude::*;

/// Units that the longest bar is wide.
const WIDTH: u32 = 1000;

/// Unhandled replies, solid, and those in the pool, lighter, against the campaign where most wait. It
/// repeats figures that stand beside it, so it is hidden from those who do not see it.
#[component]
pub fn Bar(row: RwSignal<LiveRow>, elapsed: ReadSignal<u32>, most: Memo<u32>) -> impl IntoView {
    let width = move |number: u32| {
        let width = u64::from(number) * u64::from(WIDTH) / u64::from(most.get().max(1));
        // A share of the most, so it is at most WIDTH; one person is still to be seen.
        if number > 0 { (width as u32).max(8) } else { 0 }
    };
    let unhandled = move || width(row.with(|row| row.counts.unhandled));
    let in_pool = move || width(row.with(|row| row.counts.in_pool));
    let class = move || match row.with(|row| row.oldest_wait(elapsed.get())).map(WaitLevel::of) {
        Some(WaitLevel::Overdue) => "bar bar-overdue",
        Some(WaitLevel::Long) => "bar bar-long",
        Some(WaitLevel::Soon) => "bar bar-soon",
        _ => "bar",
    };
    view! {
        <svg class=class viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true">
            <rect class="bar-held" width=unhandled height="8"></rect>
            <rect class="bar-pool" x=unhandled width=in_pool height="8"></rect>
        </svg>
    }
}
