//! The whole application through its router, on a real database.

mod answer;
mod app;
mod audit_actors;
mod audit_coverage;
mod audit_log;
mod blank_values;
mod bulk_action_pages;
mod bulk_actions;
mod campaign_sections;
mod campaigns_page;
mod canned_responses;
mod contacts;
mod due_dates;
mod earlier_messages;
mod escalated;
mod exports;
mod figures;
mod first_steps;
mod flash;
mod form_bodies;
mod form_redirects;
mod half_sent_forms;
mod hosts;
mod invalid_intervals;
mod invite_pages;
mod invites;
mod languages;
mod large_import;
mod live;
mod media;
mod membership;
mod navigation;
mod nul_bytes;
mod numbers;
mod opt_out_form;
mod opt_outs;
mod organizations;
mod other_organizations;
mod other_person;
mod own_account;
mod page_security;
mod password_links;
mod people_pages;
mod refusals;
mod release_pages;
mod releases_csv;
mod reply_box;
mod review_answers;
mod roles;
mod saved_meanwhile;
mod session;
mod session_end;
mod settings;
mod shown_as_text;
mod sign_in_limits;
mod texter_home;
mod texting_day;
mod time_limits;
mod unmatched;

pub(crate) use answer::Answer;
pub(crate) use app::TestApp;
use app::with_cookie;
pub(crate) use server_store::testing::PASSWORD;

pub(crate) fn sign_in_form(email: &str, password: &str) -> String {
    form_urlencoded::Serializer::new(String::new())
        .append_pair("email", email)
        .append_pair("password", password)
        .finish()
}
