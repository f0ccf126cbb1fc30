//! The figures of one campaign.

use super::many_filtered::ManyFiltered;
use super::timeline::timeline_card;
use crate::api;
use crate::components::{Clock, CountsTable};
use crate::domain::{AnswerTimes, AnswerWaits, CampaignFigures, CampaignId, TextFigures};
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::path_id;
use crate::view_models::failure_words;
use leptos::prelude::*;
use sentences::{admin, page};

/// What became of a campaign's contacts and texts, how long people waited, and all of it over time.
#[component]
pub fn CampaignFiguresPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let id = path_id::<CampaignId>()?;
        let ports = api::ports()?;
        let campaign = ports.campaigns.find(&viewer, id).await?;
        let figures = ports.figures.of_campaign(&viewer, id).await?;
        let times = ports.campaigns.answer_times(&viewer, id).await?;
        let heading = page::figures_of(&campaign.title);
        let export = format!("/campaigns/{id}/figures.csv");
        let file = format!("campaign-{id}-figures.csv");
        let things = [
            page::initial_messages(),
            page::first_replies(),
            page::answers_sent(),
        ];
        Ok(view! {
            <Page title=heading.clone() viewer=Some(viewer.into())>
                <p class="back"><a href=format!("/campaigns/{id}")>{campaign.title}</a></p>
                <div class="page-head">
                    <h1>{heading}</h1>
                    <a class="button" href=export download=file>{page::export_csv()}</a>
                </div>
                <p class="lead">{page::figures_as_of()}" "<Clock at=figures.counted_at/></p>
                <Contacts figures=figures.clone()/>
                <p class="chart-note">{page::what_contacts_mean()}</p>
                <Texts texts=figures.texts/>
                <p class="chart-note">{page::what_sent_means()}</p>
                <Times times/>
                {timeline_card(page::figures_over_time(), &figures.timeline, &figures.zone, things)}
            </Page>
        }
        .into_any())
    })
}

#[component]
fn Contacts(figures: CampaignFigures) -> impl IntoView {
    let rows = [
        (page::contacts_of_figures(), figures.contacts),
        (page::initial_messages_sent(), figures.initials),
        (page::contacts_who_replied(), figures.replied),
        (page::replies_handled(), figures.handled),
        (page::replies_waiting(), figures.waiting),
        (page::contacts_opted_out(), figures.opted_out),
    ];
    // Whoever has no answer is in a row, so that the rows add up to those who replied.
    let unanswered = figures.unanswered_when_archived;
    let archived =
        (unanswered > 0).then_some((page::replies_unanswered_when_archived(), unanswered));
    let rows = rows.into_iter().chain(archived);
    let rows = rows.map(|(name, count)| (None, name.to_owned(), count));
    view! {
        <CountsTable
            title=page::figures_of_contacts()
            column=admin::contacts()
            counted=page::how_many()
            rows=rows.collect()
        />
    }
}

/// What became of the texts, and why some of them failed.
#[component]
fn Texts(texts: TextFigures) -> impl IntoView {
    let rows = [
        (page::texts_sent(), texts.sent()),
        (page::texts_delivered(), texts.delivered),
        (page::texts_on_the_way(), texts.on_the_way),
        (page::texts_failed(), texts.failed()),
    ];
    let rows = rows.map(|(name, count)| (None, name.to_owned(), count));
    let filtered = texts.many_filtered();
    let failed = texts.failed.into_iter().map(|failed| {
        let reason = failed.reason.as_ref().map(failure_words);
        let reason = reason.unwrap_or_else(|| page::other_reasons().into());
        (None, reason, failed.texts)
    });
    view! {
        {filtered.map(|texts| view! { <ManyFiltered texts/> })}
        <CountsTable
            title=page::figures_of_texts()
            column=page::state()
            counted=page::how_many()
            rows=rows.into()
        />
        <CountsTable
            title=page::figures_of_failures()
            column=page::failure_reason()
            counted=page::how_many()
            rows=failed.collect()
        />
    }
}

/// How long people waited, before automatic release was on and since.
#[component]
fn Times(times: AnswerTimes) -> impl IntoView {
    let row = |name: &'static str, waits: Option<AnswerWaits>| {
        let wait = |of: fn(&AnswerWaits) -> String| waits.as_ref().map_or("–".into(), of);
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td>{sentences::number(waits.map_or(0, |waits| waits.answers))}</td>
                <td>{wait(|waits| waits.median.to_string())}</td>
                <td>{wait(|waits| waits.percentile_90.to_string())}</td>
            </tr>
        }
    };
    view! {
        <section class="card" aria-labelledby="times-title">
            <h2 id="times-title">{page::time_to_answer()}</h2>
            <table class="plain listed figures-table">
                <thead>
                    <tr>
                        <th scope="col">{page::auto_release_of_figures()}</th>
                        <th scope="col">{page::answers_counted()}</th>
                        <th scope="col">{page::median()}</th>
                        <th scope="col">{page::percentile_90()}</th>
                    </tr>
                </thead>
                <tbody>
                    {row(page::auto_release_was_off(), times.without)}
                    {row(page::auto_release_was_on(), times.with)}
                </tbody>
            </table>
            <p class="muted">{page::what_times_to_answer_mean()}</p>
        </section>
    }
}
