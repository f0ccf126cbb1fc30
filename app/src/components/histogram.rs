//! The histogram of idle times, as an SVG.

use super::{Derived, HistogramScale, Lines, ReleaseSubject, derive};
use crate::domain::{Age, IdleBucket, ReleaseKind};
use crate::view_models::PreviewWords;
use leptos::prelude::*;
use sentences::admin;
use std::sync::Arc;

/// Columns of idle times; those past the interval, which is marked, stand out. Who does not see it
/// finds the same as a list.
#[component]
pub fn Histogram(
    /// What holds the buckets.
    preview: RwSignal<PreviewWords>,
    /// What is counted.
    subject: RwSignal<ReleaseSubject>,
    /// The interval that is marked, in minutes.
    minutes: Derived<u32>,
) -> impl IntoView {
    let with = move |draw: fn(&[IdleBucket], u32) -> String| {
        let minutes = Arc::clone(&minutes);
        derive(move || preview.with(|preview| draw(&preview.histogram, minutes())))
    };
    let lines = move |of: fn(&PreviewWords) -> Vec<String>| derive(move || preview.with(of));
    let heading = derive(move || match subject.get().kind {
        ReleaseKind::Replies | ReleaseKind::Held | ReleaseKind::Bulk => {
            admin::replies_by_waiting_time()
        }
        ReleaseKind::Unsent | ReleaseKind::SecondPass => admin::unsent_messages_by_waiting_time(),
    });
    view! {
        <figure class="histogram">
            <svg viewBox=with(frame) preserveAspectRatio="none" role="img" aria-label=with(name)>
                <path class="within" d=with(|buckets, minutes| columns(buckets, minutes, false))></path>
                <path class="past" d=with(|buckets, minutes| columns(buckets, minutes, true))></path>
                <path class="mark" d=with(mark)></path>
            </svg>
            <div aria-hidden="true"><Lines lines=lines(|words| words.labels.clone())/></div>
            <div class="heard">
                <p>{heading}</p>
                <Lines lines=lines(|words| words.spans.clone())/>
            </div>
        </figure>
    }
}

/// The picture's own measures.
fn frame(buckets: &[IdleBucket], _: u32) -> String {
    let width = buckets.len().max(1) as u32 * HistogramScale::COLUMN;
    ["0 0 ", &width.to_string(), " 1000"].concat()
}

/// The line that marks the interval.
fn mark(buckets: &[IdleBucket], minutes: u32) -> String {
    [
        "M",
        &HistogramScale::of(buckets, minutes).mark.to_string(),
        " 0V1000",
    ]
    .concat()
}

/// The columns on one side of the interval, as a path.
fn columns(buckets: &[IdleBucket], minutes: u32, past: bool) -> String {
    let scale = HistogramScale::of(buckets, minutes);
    let mut path = String::new();
    let mut left = 8;
    for bucket in buckets {
        if (bucket.from.minutes() >= minutes) == past {
            let top = (HistogramScale::HEIGHT - scale.height(bucket.conversations)).to_string();
            for part in ["M", &left.to_string(), " 1000V", &top, "h84V1000z"] {
                path += part;
            }
        }
        left += HistogramScale::COLUMN;
    }
    path
}

/// What the picture is called: `Waiting times, interval 1 h`.
fn name(_: &[IdleBucket], minutes: u32) -> String {
    admin::waiting_times(&Age(minutes.saturating_mul(60)).to_string())
}

#[cfg(test)]
mod tests {
    use super::columns;
    use crate::domain::{Age, IdleBucket};

    fn buckets() -> [IdleBucket; 3] {
        let bucket = |from: u32, until: Option<u32>, conversations| IdleBucket {
            from: Age(from),
            until: until.map(Age),
            conversations,
        };
        [
            bucket(300, Some(900), 4),
            bucket(900, Some(3600), 0),
            bucket(3600, None, 1),
        ]
    }

    #[test]
    fn draws_each_column_on_its_side_of_the_interval() {
        let drawn = |past| columns(&buckets(), 60, past);
        assert_eq!(drawn(true), "M208 1000V750h84V1000z");
        assert_eq!(drawn(false), "M8 1000V0h84V1000zM108 1000V1000h84V1000z");
    }
}
