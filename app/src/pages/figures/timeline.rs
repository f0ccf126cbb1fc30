//! Counts over time: a picture of each thing that is counted, and one table of all of them.

use crate::components::{EmptyState, HistogramScale, day_words};
use crate::domain::{Period, Timeline, TimelinePoint, time_in_words};
use chrono::{NaiveDateTime, TimeDelta, Timelike};
use leptos::prelude::*;
use sentences::page;
use std::iter;

/// How many periods are shown, the latest; a file has all of them.
const MOST: usize = 60;

/// How many columns a picture has at least: where there was nothing to count yet they are empty, so that a single period is
/// a column among them, and not a filled rectangle.
const MIN_COLUMNS: usize = 12;

/// The card of a timeline. Each thing has a picture with a scale of its own, so that none of them is told from another
/// by its colour alone.
pub(super) fn timeline_card<const N: usize>(
    title: &'static str,
    timeline: &Timeline<N>,
    zone: &str,
    things: [&'static str; N],
) -> impl IntoView + use<N> {
    let shown = timeline.latest(MOST);
    let has_earlier = shown.points.len() < timeline.points.len();
    let timeline = &shown;
    let (Some(first), Some(last)) = (timeline.points.first(), timeline.points.last()) else {
        let empty = view! {
            <EmptyState title=page::nothing_over_time_yet() text=page::over_time_appears_here()/>
        };
        return card(title, empty.into_any());
    };
    let (period, zone) = match timeline.period {
        Period::Hour => {
            let day = day_words(first.from.date());
            (page::figures_hour(), page::figures_by_hour(&day, zone))
        }
        Period::Day => (page::figures_day(), page::figures_by_day(zone)),
    };
    let name = |at: NaiveDateTime| period_name(timeline.period, at);
    let empty = MIN_COLUMNS.saturating_sub(timeline.points.len());
    let (first, last) = (
        name(earlier(timeline.period, first.from, empty)),
        name(last.from),
    );
    let pictures = (0..N).map(|thing| {
        let counts = timeline.points.iter().map(|p| p.counts[thing]);
        let counts: Vec<u32> = iter::repeat_n(0, empty).chain(counts).collect();
        let words = in_words(things[thing], timeline, thing);
        let scale = page::chart_scale(counts.iter().copied().max().unwrap_or(0));
        let width = counts.len() as u32 * HistogramScale::COLUMN;
        view! {
            <figure class="histogram chart">
                <figcaption>{things[thing]}" "<span aria-hidden="true">{scale}</span></figcaption>
                <svg viewBox=format!("0 0 {width} {}", HistogramScale::HEIGHT) preserveAspectRatio="none" role="img" aria-label=words>
                    <path class="past" d=columns(&counts)></path>
                </svg>
                <p class="chart-span" aria-hidden="true"><span>{first.clone()}</span><span>{last.clone()}</span></p>
            </figure>
        }
    });
    let rows = timeline
        .points
        .iter()
        .map(|TimelinePoint { from, counts }| {
            let cells = counts.map(|count| view! { <td>{sentences::number(count)}</td> });
            view! { <tr><th scope="row">{name(*from)}</th>{cells.into_iter().collect_view()}</tr> }
        });
    let heads = things.map(|thing| view! { <th scope="col">{thing}</th> });
    let left_out = has_earlier.then(page::only_the_last_days);
    let body = view! {
        <p>{zone}" "{left_out}</p>
        {pictures.collect_view()}
        <details class="chart-table">
            <summary>{page::as_a_table()}</summary>
            <table class="plain listed figures-table">
                <thead><tr><th scope="col">{period}</th>{heads.into_iter().collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </details>
    };
    card(title, body.into_any())
}

fn card(title: &'static str, body: AnyView) -> AnyView {
    view! {
        <section class="card" aria-labelledby="timeline-title">
            <h2 id="timeline-title">{title}</h2>
            {body}
        </section>
    }
    .into_any()
}

/// `Nov 14`, or `2:00 PM`.
fn period_name(period: Period, from: NaiveDateTime) -> String {
    match period {
        Period::Hour => time_in_words(from.hour(), from.minute()),
        Period::Day => day_words(from.date()),
    }
}

/// So many periods before.
fn earlier(period: Period, from: NaiveDateTime, periods: usize) -> NaiveDateTime {
    let periods = periods as i64;
    from - match period {
        Period::Hour => TimeDelta::hours(periods),
        Period::Day => TimeDelta::days(periods),
    }
}

/// The columns of one thing, as a path.
fn columns(counts: &[u32]) -> String {
    let scale = HistogramScale {
        tallest: counts.iter().copied().max().unwrap_or(0).max(1),
        mark: 0,
    };
    let mut path = String::new();
    for (index, count) in counts.iter().enumerate() {
        let left = index as u32 * HistogramScale::COLUMN + 8;
        let top = HistogramScale::HEIGHT - scale.height(*count);
        path += &format!("M{left} {}V{top}h84V{0}z", HistogramScale::HEIGHT);
    }
    path
}

/// What a picture shows, for those who do not see it.
fn in_words<const N: usize>(what: &str, timeline: &Timeline<N>, thing: usize) -> String {
    let name = |point: &TimelinePoint<N>| period_name(timeline.period, point.from);
    let ends = timeline.points.first().zip(timeline.points.last());
    let (first, last) = ends.map_or_else(Default::default, |(a, z)| (name(a), name(z)));
    let counts = timeline.points.iter().map(|point| point.counts[thing]);
    let total = counts.fold(0_u32, u32::saturating_add);
    let most = timeline.points.iter().rev();
    match most.max_by_key(|point| point.counts[thing]) {
        Some(most) if timeline.points.len() == 1 => {
            page::chart_of_one(what, &name(most), most.counts[thing])
        }
        Some(most) if total > 0 => {
            let (count, when) = (most.counts[thing], name(most));
            page::chart_in_words(what, &first, &last, total, count, &when)
        }
        _ => page::chart_of_nothing(what, &first, &last),
    }
}

#[cfg(test)]
mod tests {
    use super::{columns, in_words, timeline_card};
    use crate::domain::Timeline;
    use chrono::NaiveDate;
    use leptos::prelude::{Owner, RenderHtml};

    #[test]
    fn the_tallest_column_is_full_and_one_among_thousands_is_seen() {
        assert_eq!(
            columns(&[0, 1, 5000]),
            "M8 1000V1000h84V1000zM108 1000V980h84V1000zM208 1000V0h84V1000z"
        );
    }

    #[test]
    fn who_does_not_see_the_picture_hears_what_it_shows() {
        let hour = |day, hour| {
            let day = NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
            day.and_hms_opt(hour, 0, 0).unwrap()
        };
        let days = Timeline::of([(hour(1, 9), [1200, 0]), (hour(3, 9), [3, 0])]);
        assert_eq!(
            in_words("Answers", &days, 0),
            "Answers, Nov 1 – Nov 3: 1,203 in all, 1,200 at most (Nov 1)."
        );
        assert_eq!(
            in_words("Answers", &days, 1),
            "Answers, Nov 1 – Nov 3: none."
        );
        let hours = Timeline::of([(hour(1, 9), [1]), (hour(1, 11), [2])]);
        assert_eq!(
            in_words("Answers", &hours, 0),
            "Answers, 9:00 AM – 11:00 AM: 3 in all, 2 at most (11:00 AM)."
        );
        let one = Timeline::of([(hour(1, 9), [1200])]);
        assert_eq!(in_words("Answers", &one, 0), "Answers, 9:00 AM: 1,200.");
    }

    #[test]
    fn one_period_is_a_column_and_no_filled_rectangle() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 1).unwrap();
        let one = Timeline::of([(day.and_hms_opt(9, 0, 0).unwrap(), [3])]);
        let card =
            Owner::new().with(|| timeline_card("Over time", &one, "UTC", ["Answers"]).to_html());
        assert!(card.contains(r#"viewBox="0 0 1200 1000""#), "{card}");
        let span = card.split(r#"class="chart-span""#).nth(1).unwrap();
        let span = span.split("</p>").next().unwrap();
        assert!(
            span.contains("<span>10:00 PM</span><span>9:00 AM</span>"),
            "{span}"
        );
        assert!(card.contains(r#"d="M8 1000V1000h84V1000z"#), "{card}");
        assert!(card.contains("M1108 1000V0h84V1000z"), "{card}");
    }
}
