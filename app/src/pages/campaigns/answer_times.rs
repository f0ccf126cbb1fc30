//! The card of answer times, with and without automatic release.

use crate::components::EmptyState;
use crate::domain::{Age, AnswerTimes, AnswerWaits};
use leptos::prelude::*;
use sentences::page;

/// The waits without automatic release and with it, side by side on one scale.
#[component]
pub fn AnswerTimesCard(
    /// Of the latest answers.
    times: AnswerTimes,
) -> impl IntoView {
    let halves = [times.without, times.with];
    let longest = halves.iter().flatten().map(|waits| waits.percentile_95);
    let body = match longest.max() {
        None => view! {
            <EmptyState
                title=page::nothing_answered_yet()
                text=page::waits_appear_here()
            />
        }
        .into_any(),
        Some(longest) => view! {
            {comparison(times).map(|sentence| view! { <p>{sentence}</p> })}
            <div class="answer-times">
                <Half title=page::without_auto_release() none=page::no_answers_while_off() waits=times.without longest/>
                <Half title=page::with_auto_release() none=page::no_answers_while_on() waits=times.with longest/>
            </div>
        }
        .into_any(),
    };
    view! {
        <section class="card" aria-labelledby="answer-times-title">
            <h2 id="answer-times-title">{page::how_long_people_wait()}</h2>
            {body}
        </section>
    }
}

#[component]
fn Half(
    title: &'static str,
    /// That there are no answers.
    none: &'static str,
    waits: Option<AnswerWaits>,
    longest: Age,
) -> impl IntoView {
    let body = match waits {
        None => view! { <p class="muted">{none}</p> }.into_any(),
        Some(waits) => view! {
            <dl>
                <Bar name=page::median() wait=waits.median longest/>
                <Bar name=page::percentile_95() wait=waits.percentile_95 longest/>
            </dl>
            <p class="muted">{page::of_last_answers(waits.answers)}</p>
        }
        .into_any(),
    };
    view! {
        <div class="answer-half">
            <h3>{title}</h3>
            {body}
        </div>
    }
}

/// A wait in words, and as a bar beneath them for those who see it.
#[component]
fn Bar(name: &'static str, wait: Age, longest: Age) -> impl IntoView {
    view! {
        <div>
            <dt>{name}</dt>
            <dd>
                {wait_words(wait)}
                <svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
                    <path d=format!("M0 0H{}V10H0z", length(wait, longest))></path>
                </svg>
            </dd>
        </div>
    }
}

/// Of 1,000; the shortest of waits is still seen.
fn length(wait: Age, longest: Age) -> u64 {
    (u64::from(wait.0) * 1000 / u64::from(longest.0.max(1))).max(8)
}

/// A wait is a span, so a short one is not "just now".
fn wait_words(wait: Age) -> String {
    match wait.minutes() {
        0 => page::under_a_minute().to_owned(),
        _ => wait.to_string(),
    }
}

fn within(wait: Age) -> String {
    match wait.minutes() {
        0 => page::a_minute().to_owned(),
        _ => wait.to_string(),
    }
}

/// In a sentence, once there is something to compare.
fn comparison(times: AnswerTimes) -> Option<String> {
    let (without, with) = times.without.zip(times.with)?;
    Some(page::half_had_an_answer(
        &within(with.median),
        &within(without.median),
    ))
}

#[cfg(test)]
mod tests {
    use super::{comparison, length, wait_words};
    use crate::domain::{Age, AnswerTimes, AnswerWaits};
    use sentences::page::of_last_answers;

    fn waits(median: u32) -> Option<AnswerWaits> {
        Some(AnswerWaits {
            answers: 2,
            median: Age(median),
            percentile_90: Age(median * 2),
            percentile_95: Age(median * 2),
        })
    }

    #[test]
    fn compares_only_what_there_is() {
        let (without, with) = (waits(7800), waits(50));
        let both = comparison(AnswerTimes { without, with });
        assert_eq!(
            both.as_deref(),
            Some(
                "Half of the people who wrote got an answer within a minute with auto-release on, and within 2 h 10 min with it off."
            )
        );
        assert_eq!(
            comparison(AnswerTimes {
                without,
                with: None
            }),
            None
        );
        assert_eq!(
            comparison(AnswerTimes {
                without: None,
                with
            }),
            None
        );
    }

    #[test]
    fn draws_on_one_scale_and_no_bar_of_nothing() {
        assert_eq!(length(Age(300), Age(600)), 500);
        assert_eq!(length(Age(600), Age(600)), 1000);
        assert_eq!((length(Age(0), Age(600)), length(Age(0), Age(0))), (8, 8));
        assert_eq!(wait_words(Age(60)), "1 min");
        assert_eq!(of_last_answers(1), "Of the one answer so far.");
        assert_eq!(of_last_answers(1200), "Of the last 1,200 answers.");
    }
}
