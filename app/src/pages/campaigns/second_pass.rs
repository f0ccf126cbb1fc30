//! The page of a campaign's second pass, and the card that leads to it.

use crate::api;
use crate::api::campaigns::StartSecondPass;
use crate::api::releases::UndoRelease;
use crate::components::{Field, undo_words};
use crate::domain::{Admin, CampaignId, ReleaseProgress, SecondPassDays};
use crate::error::AppError;
use crate::pages::form_state::FormState;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::{path_id, query};
use crate::view_models::SecondPassWords;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{admin, island, page};

/// What a second pass does, on the page of the campaign, and the way to its page.
#[component]
pub(super) fn SecondPassCard(id: CampaignId) -> impl IntoView {
    view! {
        <section class="card" aria-labelledby="second-pass-title">
            <h2 id="second-pass-title">{admin::second_pass()}</h2>
            <p>{page::what_a_second_pass_does()}</p>
            <p class="actions">
                <a class="button" href=format!("/campaigns/{id}/second-pass")>{page::see_whom_it_would_take()}</a>
            </p>
        </section>
    }
}

/// How old the last text has to be, what a second pass would take, and the button; and the undo of the last one.
#[component]
pub fn SecondPassPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let id = path_id::<CampaignId>()?;
        let ports = api::ports()?;
        let campaign = ports.campaigns.find(&viewer, id).await?;
        let last = ports
            .second_passes
            .undoable_second_pass(&viewer, id)
            .await?;
        let typed = query("days");
        let days = match &typed {
            Some(days) => days.parse().ok(),
            None => Some(SecondPassDays::DEFAULT),
        };
        let preview = match days {
            Some(days) => Some(preview(&viewer, id, days).await?),
            None => None,
        };
        let form = FormState::of("second-pass");
        let error = form.error("days").or_else(|| {
            days.is_none()
                .then(|| page::second_pass_days_are_not_valid().to_owned())
        });
        let value = typed.unwrap_or_else(|| SecondPassDays::DEFAULT.days().to_string());
        let path = format!("/campaigns/{id}");
        Ok(view! {
            <Page title=admin::second_pass() viewer=Some(viewer.into()) class="narrow">
                <p class="back"><a href=path.clone()>{campaign.title}</a></p>
                <h1>{admin::second_pass()}</h1>
                <p class="lead">{page::what_a_second_pass_does()}</p>
                {last.map(|last| view! { <Undo last/> })}
                <form method="get" action=format!("{path}/second-pass") class="card form" novalidate>
                    <Field
                        id="days"
                        name="days"
                        label=page::last_text_at_least_days_ago()
                        kind="number"
                        hint=page::what_days_of_a_second_pass_mean()
                        value
                        error
                    />
                    <p class="actions"><button class="button">{page::update_the_preview()}</button></p>
                </form>
                {preview}
            </Page>
        }
        .into_any())
    })
}

/// What it would take, what would keep that from being handed out, and the button.
async fn preview(
    viewer: &Admin,
    id: CampaignId,
    days: SecondPassDays,
) -> Result<AnyView, AppError> {
    let passes = api::ports()?.second_passes;
    let words = SecondPassWords::of(&passes.preview_second_pass(viewer, id, days).await?);
    let path = format!("/campaigns/{id}");
    let any_left_out = !words.left_out.is_empty();
    let lines = |lines: Vec<String>| {
        let lines = lines.into_iter().map(|line| view! { <li>{line}</li> });
        view! { <ul>{lines.collect_view()}</ul> }
    };
    let warning = (!words.diagnosis.is_empty()).then(|| {
        view! {
            <div class="notice notice-warning">
                <p><strong>{admin::texters_cannot_request_all()}</strong></p>
                {lines(words.diagnosis)}
                {words.mended_by_auto_assign.then(|| view! {
                    <p><a href=format!("{path}/autoassign")>{admin::turn_auto_assign_on()}</a></p>
                })}
                {words.mended_by_pools.then(|| view! {
                    <p><a href="/assignment">{admin::assignment_control()}</a></p>
                })}
                {words.mended_by_teams.then(|| view! { <p><a href="/teams">{admin::teams()}</a></p> })}
                {words.mended_by_due_date.then(|| view! {
                    <p><a href=format!("{path}#due_on")>{admin::change_the_due_date()}</a></p>
                })}
                {words.mended_by_resuming.then(|| view! {
                    <p><a href=format!("{path}#pause-title")>{page::resume()}</a></p>
                })}
            </div>
        }
    });
    Ok(view! {
        <section class="card preview" aria-label=admin::preview()>
            <p id="preview-sentence" class="preview-sentence"><strong>{words.sentence}</strong></p>
            {words.texters.map(|texters| view! { <p>{texters}</p> })}
            {any_left_out.then(|| view! {
                <div class="left-out">
                    <p>{page::left_out_and_why()}</p>
                    {lines(words.left_out)}
                </div>
            })}
            {warning}
            <form method="post" action=StartSecondPass::PATH>
                <input type="hidden" name="campaign" value=id.to_string()/>
                <input type="hidden" name="days" value=days.days().to_string()/>
                <div class="dialog-actions">
                    <a class="button" href=path>{island::cancel()}</a>
                    <button class="button primary" aria-describedby="preview-sentence" disabled=words.nothing>
                        {page::start_the_second_pass()}
                    </button>
                </div>
            </form>
        </section>
    }
    .into_any())
}

/// The last second pass, and its undo.
#[component]
fn Undo(last: ReleaseProgress) -> impl IntoView {
    let release = last.release.to_string();
    view! {
        <section class="card" aria-label=page::last_second_pass()>
            <p>{last.to_string()}" "<a href=format!("/releases/{release}")>{admin::details()}</a></p>
            <form method="post" action=UndoRelease::PATH class="progress-undo">
                <input type="hidden" name="release" value=release/>
                <button class="button">{island::undo()}</button>
                <span class="hint"><strong>{undo_words(last.undo_for)}</strong>". "{admin::returns_conversations()}</span>
            </form>
        </section>
    }
}
