//! What to do next, in an organization that cannot text yet.

use crate::domain::NextSteps;
use leptos::prelude::*;
use sentences::page;

/// The steps, each with whether it is done; nothing once all of them are.
#[component]
pub fn NextStepsCard(steps: NextSteps) -> impl IntoView {
    let command = |words: &'static str| view! { <code>{words}</code> }.into_any();
    let link =
        |href: &'static str, words: &'static str| view! { <a href=href>{words}</a> }.into_any();
    (!steps.all_done()).then(|| {
        view! {
            <section class="card" aria-labelledby="next-steps">
                <h2 id="next-steps">{page::what_to_do_next()}</h2>
                <ol class="steps">
                    <Step
                        done=steps.has_number
                        words=page::step_number()
                        how=link("/settings/numbers", page::phone_numbers())
                    />
                    <Step
                        done=steps.has_texter
                        words=page::step_people()
                        how=link("/people/invites", page::invite_links())
                    />
                    <Step
                        done=steps.has_open_pool
                        words=page::step_pools()
                        how=link("/assignment", sentences::admin::assignment_control())
                    />
                    <Step
                        done=steps.has_launched
                        words=page::step_campaign()
                        how=link("/campaigns/new", page::new_campaign())
                    />
                </ol>
            </section>
        }
    })
}

#[component]
fn Step(done: bool, words: &'static str, how: AnyView) -> impl IntoView {
    let state = if done {
        page::step_is_done()
    } else {
        page::step_is_open()
    };
    view! {
        <li class="step" class:step-done=done>
            <span class="heard">{state}</span>
            <span>{words}</span>
            {(!done).then_some(how)}
        </li>
    }
}
