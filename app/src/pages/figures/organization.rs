//! The figures of the organization.

use super::timeline::timeline_card;
use crate::api;
use crate::components::{EmptyState, Stat};
use crate::domain::OrganizationFigures;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use leptos::prelude::*;
use sentences::{admin, page};

/// Who is active, what waits and for how long at this pace, and what was sent over the last days.
#[component]
pub fn FiguresPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let figures = api::ports()?.figures.of_organization(&viewer).await?;
        let timeline = timeline_card(
            page::over_the_last_two_weeks(),
            &figures.timeline,
            &figures.zone,
            [page::all_texts(), page::answers_sent()],
        );
        Ok(view! {
            <Page title=page::figures() viewer=Some(viewer.into())>
                <div class="page-head">
                    <h1>{page::figures()}</h1>
                    <a class="button" href="/figures.csv" download="figures.csv">{page::export_csv()}</a>
                </div>
                <p class="lead">{page::figures_of_campaigns_are_there()}</p>
                <Now figures=figures.clone()/>
                <Active figures/>
                {timeline}
            </Page>
        }
        .into_any())
    })
}

#[component]
fn Now(figures: OrganizationFigures) -> impl IntoView {
    let time = figures.time_to_answer_all();
    let oldest = match figures.oldest_wait {
        Some(age) => age.to_string(),
        None => admin::no_one_waiting().to_owned(),
    };
    let (time, pace) = match time {
        _ if figures.waiting == 0 => ("–".to_owned(), page::nobody_waits().to_owned()),
        None => (
            page::no_pace().to_owned(),
            page::no_one_answered().to_owned(),
        ),
        Some(time) => {
            let time = time.to_string();
            let pace = page::how_long_at_this_pace(figures.answers_last_hour, &time);
            (time, pace)
        }
    };
    view! {
        <dl class="stats">
            <Stat name=page::active_texters() value=sentences::number(figures.active)/>
            <Stat name=page::people_waiting() value=sentences::number(figures.waiting)/>
            <Stat name=admin::oldest_wait() value=oldest/>
            <Stat name=page::answers_in_last_hour() value=sentences::number(figures.answers_last_hour)/>
            <Stat name=page::time_to_answer_all() value=time/>
        </dl>
        <p class="chart-note">{pace}</p>
    }
}

#[component]
fn Active(figures: OrganizationFigures) -> impl IntoView {
    let minutes = OrganizationFigures::ACTIVE_MINUTES.unsigned_abs();
    let shown = figures.texters.len() as u32;
    let more = (shown < figures.active).then(|| page::most_active_are_shown(shown, figures.active));
    let body = if figures.texters.is_empty() {
        view! { <EmptyState title=page::nobody_is_active() text=page::active_appear_here()/> }
            .into_any()
    } else {
        let rows = figures.texters.into_iter().map(|texter| {
            view! {
                <tr>
                    <th scope="row"><a href=format!("/people/{}/figures", texter.member)>{texter.name}</a></th>
                    <td>{sentences::number(texter.texts)}</td>
                    <td>{sentences::number(texter.replies)}</td>
                </tr>
            }
        });
        view! {
            <p>{page::active_means(minutes)}" "{more}</p>
            <table class="plain listed">
                <thead>
                    <tr>
                        <th scope="col">{page::texter_of_release()}</th>
                        <th scope="col">{page::sent_in_last_hour()}</th>
                        <th scope="col">{page::replies_held()}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        }
        .into_any()
    };
    view! {
        <section class="card" aria-labelledby="active-title">
            <h2 id="active-title">{page::who_is_active()}</h2>
            {body}
        </section>
    }
}
