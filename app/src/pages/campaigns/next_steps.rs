//! What to do next, in an organization that cannot text yet.

use crate::domain::NextSteps;
use leptos::prelude::*;
use sentences::page;

/// The steps, each with whether it is done; nothing once all of them are, or texts were handed out.
#[component]
pub fn NextStepsCard(steps: NextSteps) -> impl IntoView {
    let (campaign, campaign_link) = match steps.draft {
        Some(draft) => (format!("/campaigns/{draft}"), page::go_on_with_the_draft()),
        None => ("/campaigns/new".to_owned(), page::new_campaign()),
    };
    (!steps.are_over()).then(|| {
        view! {
            <section class="card" aria-labelledby="next-steps">
                <h2 id="next-steps">{page::what_to_do_next()}</h2>
                <ol class="steps">
                    <Step
                        done=steps.has_number
                        words=page::step_number()
                        href="/settings/numbers"
                        link=page::phone_numbers()
                    />
                    <Step
                        done=steps.has_texter
                        words=page::step_people()
                        href="/people/invites"
                        link=page::invite_links()
                    />
                    <Step
                        done=steps.has_open_pools
                        words=page::step_pools()
                        href="/assignment"
                        link=sentences::admin::assignment_control()
                    />
                    <Step
                        done=steps.has_launched
                        words=page::step_campaign()
                        href=campaign
                        link=campaign_link
                    />
                </ol>
            </section>
        }
    })
}

#[component]
fn Step(
    done: bool,
    words: &'static str,
    #[prop(into)] href: String,
    link: &'static str,
) -> impl IntoView {
    let state = if done {
        page::step_is_done()
    } else {
        page::step_is_open()
    };
    view! {
        <li class="step" class:step-done=done>
            <span class="heard">{state}</span>
            <span>{words}</span>
            {(!done).then(|| view! { <a href=href>{link}</a> })}
        </li>
    }
}
