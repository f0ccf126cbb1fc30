//! How long replies have been idle, as a picture.

use super::{HistogramScale, counted};
use crate::domain::{IdleBucket, IdleInterval};
use leptos::prelude::*;

/// Columns of idle times; those past the interval, which is marked, stand out. Who does not see it
/// reads or hears the same as a sentence.
#[component]
pub fn Histogram(
    /// Shortest first.
    buckets: Vec<IdleBucket>,
    /// The interval that is marked.
    interval: IdleInterval,
) -> impl IntoView {
    let scale = HistogramScale::of(&buckets, interval);
    let mut left = 0;
    let columns = buckets
        .iter()
        .map(|bucket| {
            let height = scale.height(bucket.conversations);
            let class = if bucket.from.0 >= interval.seconds() { "past" } else { "within" };
            let x = left + 8;
            left += HistogramScale::COLUMN;
            view! { <rect class=class x=x y=HistogramScale::HEIGHT - height width="84" height=height></rect> }
        })
        .collect_view();
    let labels = buckets.iter().map(|bucket| view! { <li>{bucket.from.to_string()}</li> }).collect_view();
    view! {
        <figure class="histogram">
            <svg
                viewBox=["0 0 ", &left.max(1).to_string(), " 1000"].concat()
                preserveAspectRatio="none"
                role="img"
                aria-label=sentence(&buckets, interval)
            >
                {columns}
                <line class="mark" x1=scale.mark x2=scale.mark y1="0" y2="1000"></line>
            </svg>
            <ol aria-hidden="true">{labels}</ol>
        </figure>
    }
}

/// What the picture shows: `Idle times, interval 1 hour: 3 replies from 5 min to 15 min; …`.
fn sentence(buckets: &[IdleBucket], interval: IdleInterval) -> String {
    let mut sentence = format!("Idle times, interval {interval}: ");
    for (index, bucket) in buckets.iter().filter(|bucket| bucket.conversations > 0).enumerate() {
        if index > 0 {
            sentence += "; ";
        }
        sentence += &counted(bucket.conversations, "reply", "replies");
        sentence += " from ";
        sentence += &bucket.from.to_string();
        if let Some(until) = bucket.until {
            sentence += " to ";
            sentence += &until.to_string();
        }
    }
    sentence
}

#[cfg(test)]
mod tests {
    use super::sentence;
    use crate::domain::{Age, IdleBucket, IdleInterval};

    #[test]
    fn says_what_it_shows() {
        let bucket = |from: u32, until: Option<u32>, conversations| IdleBucket {
            from: Age(from),
            until: until.map(Age),
            conversations,
        };
        let buckets = [bucket(300, Some(900), 3), bucket(900, Some(3600), 0), bucket(3600, None, 1)];
        assert_eq!(
            sentence(&buckets, IdleInterval::ONE_HOUR),
            "Idle times, interval 1 hour: 3 replies from 5 min to 15 min; 1 reply from 1 h"
        );
    }
}
