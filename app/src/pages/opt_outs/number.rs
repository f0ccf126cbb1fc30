//! One number: whether it is opted out, its history, and the form that lifts its opt-out.

use super::recorded::{Recorded, origin_words};
use crate::api;
use crate::api::opt_outs::LiftOptOut;
use crate::components::{Clock, FieldSentence, TextArea};
use crate::domain::{LiftedOptOut, OptOut, PhoneNumber};
use crate::error::AppError;
use crate::pages::flash::Flash;
use crate::pages::form_state::FormState;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::path_id;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::page;

/// What is known of a number that is opted out, or was.
#[component]
pub fn OptOutNumberPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let digits = path_id::<String>()?;
        let number = PhoneNumber::from_digits(&digits).map_err(|_| AppError::NotFound)?;
        let known = api::ports()?.opt_outs;
        let known = known.opt_out_history(&viewer, &number).await?;
        let state = if known.now.is_some() {
            page::opted_out_now()
        } else {
            page::not_opted_out_now()
        };
        let lift = known
            .now
            .clone()
            .map(|opt_out| view! { <LiftForm opt_out/> });
        let now = known.now.map(|opt_out| view! { <RecordedRow opt_out/> });
        let lifted = known
            .lifted
            .into_iter()
            .map(|lifted| view! { <LiftedRows lifted/> })
            .collect_view();
        let title = number.to_string();
        Ok(view! {
            <Page title=title.clone() viewer=Some(viewer.into()) class="narrow">
                <p class="back"><a href="/opt-outs">{page::opt_outs()}</a></p>
                <h1>{title}</h1>
                <p class="lead">{state}</p>
                <Flash words=&[("lifted", page::opt_out_is_lifted)]/>
                {lift}
                <section class="card" aria-labelledby="history-title">
                    <h2 id="history-title">{page::history_of_the_number()}</h2>
                    <ol class="rows" aria-labelledby="history-title">{now}{lifted}</ol>
                </section>
            </Page>
        }
        .into_any())
    })
}

/// What a lift does, and why it is done.
#[component]
fn LiftForm(opt_out: OptOut) -> impl IntoView {
    let form = FormState::of("lift");
    let is_blocked = opt_out.origin.is_known_to_the_carrier();
    let blocked = is_blocked.then(|| view! { <li>{page::carrier_blocks_until_start()}</li> });
    view! {
        <section class="card" aria-labelledby="lift-title">
            <h2 id="lift-title">{page::lift_this_opt_out()}</h2>
            <form method="post" action=LiftOptOut::PATH class="form" novalidate data-unsaved="lift">
                <ul class="consequences">
                    <li>{page::what_lifting_an_opt_out_does()}</li>
                    {blocked}
                </ul>
                <input type="hidden" name="number" value=opt_out.number.to_string()/>
                <div class="form-field">
                    <label class="field" for="reason">{page::reason_of_the_lift()}</label>
                    <TextArea
                        id="reason"
                        name="reason"
                        text=form.text("reason", "")
                        rows=2
                        maxlength=500
                        required=true
                        described_by="reason-error reason-hint"
                    />
                    <FieldSentence id="reason" error=form.error("reason")/>
                    <p class="hint" id="reason-hint">{page::where_the_reason_stands()}</p>
                </div>
                <div class="dialog-actions">
                    <button class="button danger">{page::lift_opt_out()}</button>
                </div>
            </form>
        </section>
    }
}

/// An opt-out in the history.
#[component]
fn RecordedRow(opt_out: OptOut) -> impl IntoView {
    view! {
        <li class="row">
            <div class="row-main">
                <strong>{page::opted_out_now()}</strong>" "<span class="tag">{origin_words(opt_out.origin)}</span>
                <Recorded opt_out/>
            </div>
        </li>
    }
}

/// A lift in the history, and the opt-out before it.
#[component]
fn LiftedRows(lifted: LiftedOptOut) -> impl IntoView {
    let who = match lifted.by {
        Some((member, name)) => view! { <a href=format!("/people/{member}")>{name}</a> }.into_any(),
        None if lifted.by_contact => page::recorded_by_the_contact().into_any(),
        None => page::audit_command_line().into_any(),
    };
    view! {
        <li class="row">
            <div class="row-main">
                <strong>{page::opt_out_was_lifted()}</strong>
                <p>{lifted.reason}</p>
                <p>{who}" · "<Clock at=lifted.at/></p>
            </div>
        </li>
        <RecordedRow opt_out=lifted.opt_out/>
    }
}
