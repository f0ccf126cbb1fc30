//! How long replies have been idle, as a table.

use super::{ReleaseSubject, grouped, live};
use crate::domain::{IdleBucket, ReleasePreview};
use leptos::prelude::*;

/// The figures of the histogram for those who do not see it: a row for each column that is not empty.
#[component]
pub fn HistogramTable(
    /// What holds the buckets.
    preview: RwSignal<ReleasePreview>,
    /// What is counted.
    subject: RwSignal<ReleaseSubject>,
) -> impl IntoView {
    let rows = live(move || preview.get().histogram.iter().map(row).collect::<String>());
    let noun = live(move || subject.get().kind.noun(2));
    view! {
        <div class="heard">
            <table>
                <caption>"Idle times"</caption>
                <thead><tr><th scope="col">"Idle for"</th><th scope="col">{noun}</th></tr></thead>
                <tbody inner_html=rows></tbody>
            </table>
        </div>
    }
}

/// A row as HTML, nothing but numbers and our own words in it: a list of views would cost the bundle a
/// hundred times as much.
fn row(bucket: &IdleBucket) -> String {
    if bucket.conversations == 0 {
        return String::new();
    }
    let number = grouped(bucket.conversations);
    let parts = [
        "<tr><th scope=row>",
        &span(bucket),
        "</th><td>",
        &number,
        "</td></tr>",
    ];
    parts.concat()
}

/// `5 min to 15 min`; the last one is open: `1 d and longer`.
fn span(bucket: &IdleBucket) -> String {
    let from = match bucket.from.0 {
        0 => "0 min".to_owned(),
        _ => bucket.from.to_string(),
    };
    match bucket.until {
        Some(until) => [&from, " to ", &until.to_string()].concat(),
        None => from + " and longer",
    }
}

#[cfg(test)]
mod tests {
    use super::span;
    use crate::domain::{Age, IdleBucket};

    #[test]
    fn says_from_when_to_when() {
        let words = |from, until: Option<u32>| {
            span(&IdleBucket {
                from: Age(from),
                until: until.map(Age),
                conversations: 1,
            })
        };
        assert_eq!(words(0, Some(300)), "0 min to 5 min");
        assert_eq!(words(86_400, None), "1 d and longer");
    }
}
