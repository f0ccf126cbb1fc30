//! View models: domain types in words, as pages and islands show them, so that a browser need not know how the words
//! are made. Pure: nothing here asks the server, and nothing is markup but the rows of one table.

#[cfg(feature = "ssr")]
mod blank_field_words;
#[cfg(feature = "ssr")]
mod bulk_action;
mod campaign_card;
#[cfg(feature = "admin")]
mod campaign_figures;
mod campaign_live_state;
mod campaign_marks;
mod campaign_table_row;
#[cfg(feature = "ssr")]
mod contact_column;
#[cfg(feature = "ssr")]
mod delivery_words;
#[cfg(feature = "ssr")]
mod diagnosis;
mod end_of_day;
#[cfg(feature = "ssr")]
mod figures;
#[cfg(feature = "ssr")]
mod held_words;
#[cfg(feature = "ssr")]
mod histogram;
#[cfg(feature = "ssr")]
mod holdings_words;
mod home_parts;
mod loss_notice;
mod obstacle_words;
mod ownership_state;
mod release_preview;
#[cfg(feature = "ssr")]
mod release_record;
mod request_notice;
#[cfg(feature = "ssr")]
mod review_filter;
#[cfg(feature = "ssr")]
mod second_pass;
#[cfg(feature = "ssr")]
mod sender_check;
#[cfg(feature = "ssr")]
mod status_words;
#[cfg(feature = "ssr")]
mod team_loss_words;
mod texter_home;
#[cfg(feature = "ssr")]
mod unmessaged_words;

#[cfg(feature = "ssr")]
pub use blank_field_words::blank_field_words;
#[cfg(feature = "ssr")]
pub use bulk_action::{bulk_change_label, bulk_chosen_words, bulk_lead, bulk_list, bulk_title};
pub use campaign_card::{CampaignCardView, CardLink};
#[cfg(feature = "admin")]
pub use campaign_figures::campaign_figures;
pub use campaign_live_state::CampaignLiveState;
pub use campaign_marks::Mark;
pub use campaign_table_row::CampaignTableRow;
#[cfg(feature = "ssr")]
pub use contact_column::contact_column_words;
#[cfg(feature = "ssr")]
pub use delivery_words::{delivery_words, failure_words};
pub use end_of_day::EndOfDayNotice;
#[cfg(feature = "ssr")]
pub use end_of_day::{own_release_details, released_text, returned_text};
#[cfg(feature = "ssr")]
pub use figures::{escalated_figure, escalated_notice, pool_figures, requests_figure};
#[cfg(feature = "ssr")]
pub use held_words::held_words;
#[cfg(feature = "ssr")]
pub use holdings_words::{holdings_words, not_released_words};
pub use home_parts::HomeParts;
pub use loss_notice::{LossNotice, LossSummary};
pub use obstacle_words::ObstacleWords;
#[cfg(feature = "ssr")]
pub use obstacle_words::obstacle_mark_words;
pub use ownership_state::OwnershipState;
#[cfg(feature = "ssr")]
pub use ownership_state::lost_words;
pub use release_preview::PreviewWords;
#[cfg(feature = "ssr")]
pub use release_record::{
    done_words, duration_words, kept_words, no_longer_qualified_words, settings_words, state_words,
    what_words, who_words,
};
pub use request_notice::RequestNotice;
#[cfg(feature = "ssr")]
pub use review_filter::review_field_label;
#[cfg(feature = "ssr")]
pub use second_pass::SecondPassWords;
#[cfg(feature = "ssr")]
pub use sender_check::sender_check_words;
#[cfg(feature = "ssr")]
pub use status_words::{marked_status_words, status_words};
#[cfg(feature = "ssr")]
pub use team_loss_words::team_loss_words;
pub use texter_home::TexterHome;
#[cfg(feature = "ssr")]
pub use unmessaged_words::{unmessaged_and_others_words, unmessaged_words};
