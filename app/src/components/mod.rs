//! Small pieces that pages and islands share.

#[cfg(feature = "ssr")]
mod clock;
mod diagnosis_words;
mod empty_state;
#[cfg(feature = "ssr")]
mod form_error;
mod grouped;
mod histogram;
mod histogram_scale;
mod interval_picker;
mod lines;
mod live;
mod logo;
#[cfg(feature = "ssr")]
mod page;
mod picked_interval;
mod preview_report;
mod release_fields;
mod release_form;
mod segments;
#[cfg(feature = "ssr")]
mod stat;
mod switch;
mod text_area;
mod wait;

#[cfg(feature = "ssr")]
pub use clock::Clock;
pub use diagnosis_words::diagnosis_words;
pub use empty_state::EmptyState;
#[cfg(feature = "ssr")]
pub use form_error::{FormError, form_error};
pub use grouped::{counted, grouped};
pub use histogram::Histogram;
pub use histogram_scale::HistogramScale;
pub use interval_picker::IntervalPicker;
pub use lines::Lines;
pub use live::{Live, live};
pub use logo::Logo;
#[cfg(feature = "ssr")]
pub use page::Page;
pub use picked_interval::PickedInterval;
pub use preview_report::PreviewReport;
pub use release_fields::ReleaseFields;
pub use release_form::ReleaseForm;
pub use segments::Segments;
#[cfg(feature = "ssr")]
pub use stat::Stat;
pub use switch::Switch;
pub use text_area::TextArea;
pub use wait::{Wait, WaitLevel};
