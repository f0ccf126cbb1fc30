//! The figures of one member.

use super::timeline::timeline_card;
use crate::api;
use crate::components::Stat;
use crate::domain::{MemberId, TexterFigures};
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::path_id;
use leptos::prelude::*;
use sentences::page;

/// What they sent and answered over the last days, how fast, what they hold, and what releases took from them.
#[component]
pub fn TexterFiguresPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let member = path_id::<MemberId>()?;
        let ports = api::ports()?;
        let person = ports.people.person(&viewer, member).await?;
        let figures = ports.figures.of_texter(&viewer, member).await?;
        let heading = page::figures_of(&person.row.name);
        let export = format!("/people/{member}/figures.csv");
        let file = format!("member-{member}-figures.csv");
        let median = match figures.median {
            Some(wait) => wait.to_string(),
            None => page::no_answer_given().to_owned(),
        };
        let days = TexterFigures::DAYS.unsigned_abs();
        let timeline = timeline_card(
            page::figures_over_time(),
            &figures.timeline,
            &figures.zone,
            [page::initial_messages(), page::answers_sent()],
        );
        Ok(view! {
            <Page title=heading.clone() viewer=Some(viewer.into())>
                <p class="back"><a href=format!("/people/{member}")>{person.row.name}</a></p>
                <div class="page-head">
                    <h1>{heading}</h1>
                    <a class="button" href=export download=file>{page::export_csv()}</a>
                </div>
                <p class="lead">{page::over_the_last_days(days)}</p>
                <dl class="stats">
                    <Stat name=page::initial_messages() value=sentences::number(figures.initials)/>
                    <Stat name=page::replies_answered() value=sentences::number(figures.answers)/>
                    <Stat name=page::median_time_to_answer() value=median/>
                    <Stat name=page::all_texts() value=sentences::number(figures.texts)/>
                    <Stat name=page::conversations_lost() value=sentences::number(figures.lost)/>
                    <Stat name=page::replies_held_now() value=sentences::number(person.holdings.replies)/>
                </dl>
                <p class="chart-note">{page::what_lost_means()}</p>
                {timeline}
            </Page>
        }
        .into_any())
    })
}
