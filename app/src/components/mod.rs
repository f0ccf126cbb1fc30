//! Components that pages and islands share: form fields, lists, figures, marks. They know the domain and its view
//! models, and ask nothing of the server.

mod alert;
mod autoassign_fields;
mod autoassign_form;
#[cfg(feature = "ssr")]
mod choice;
#[cfg(not(feature = "hydrate"))]
mod clock;
mod confirm_checkbox;
mod countdown;
#[cfg(feature = "ssr")]
mod counts_table;
mod derive;
mod empty_state;
#[cfg(feature = "ssr")]
mod field;
#[cfg(feature = "ssr")]
mod file_field;
#[cfg(feature = "ssr")]
mod form_error;
mod histogram;
mod histogram_scale;
mod interval_picker;
mod lines;
mod logo;
mod picked_interval;
mod preview_report;
mod release_fields;
mod release_form;
mod release_subject;
mod reply_line;
#[cfg(feature = "ssr")]
mod required_checkbox;
mod segments;
#[cfg(feature = "ssr")]
mod stat;
mod switch;
mod text_area;
#[cfg(feature = "ssr")]
mod toggle;
mod wait;

pub use alert::Alert;
pub use autoassign_fields::AutoassignFields;
pub use autoassign_form::AutoassignForm;
#[cfg(feature = "ssr")]
pub use choice::Choice;
#[cfg(not(feature = "hydrate"))]
pub use clock::{Clock, clock_stamp, clock_words, date_words, day_words};
pub use confirm_checkbox::ConfirmCheckbox;
pub use countdown::{Countdown, is_near, undo_words};
#[cfg(feature = "ssr")]
pub use counts_table::CountsTable;
pub use derive::{Derived, derive};
pub use empty_state::EmptyState;
#[cfg(feature = "ssr")]
pub use field::{Field, FieldSentence};
#[cfg(feature = "ssr")]
pub use file_field::FileField;
#[cfg(feature = "ssr")]
pub use form_error::{FormError, form_error, refusal_words};
pub use histogram::Histogram;
pub use histogram_scale::HistogramScale;
pub use interval_picker::IntervalPicker;
pub use lines::Lines;
pub use logo::Logo;
pub use picked_interval::PickedInterval;
pub use preview_report::PreviewReport;
pub use release_fields::ReleaseFields;
pub use release_form::ReleaseForm;
pub use release_subject::ReleaseSubject;
pub use reply_line::ReplyLine;
#[cfg(feature = "ssr")]
pub use required_checkbox::RequiredCheckbox;
pub use segments::Segments;
#[cfg(feature = "ssr")]
pub use stat::Stat;
pub use switch::Switch;
#[cfg(feature = "ssr")]
pub use text_area::NumberedTextArea;
pub use text_area::TextArea;
#[cfg(feature = "ssr")]
pub use toggle::Toggle;
pub use wait::{Wait, WaitLevel};
