//! The browser's own interfaces: timers, navigation, focus, the live connection. On the server each of these does
//! nothing, so that islands need no conditions of their own.

mod ahead;
mod debounce;
mod dialog_links;
mod elapsed;
mod events;
#[cfg(feature = "admin")]
mod failure;
mod figure;
mod focus;
mod grow_wait;
mod input_before_hydration;
#[cfg(feature = "hydrate")]
mod listener;
#[cfg(feature = "hydrate")]
mod load_page;
mod local_time;
mod navigation;
mod on_window;
mod outgoing;
#[cfg(feature = "hydrate")]
mod page_language;
mod page_part;
#[cfg(feature = "hydrate")]
mod page_viewer;
mod pending_form;
mod request_list;
mod send_beacon;
#[cfg(feature = "hydrate")]
mod shown_page;
mod spawn_for_page;
mod thread;
mod time_limit;
mod when_due;

pub use ahead::{look_ahead, page_ahead};
pub use debounce::Debounce;
pub use dialog_links::{DialogLink, on_dialog_close, on_dialog_link};
pub use elapsed::elapsed_seconds;
pub use events::{Connection, subscribe};
#[cfg(feature = "admin")]
pub use failure::show_failure;
pub use figure::set_figure;
pub use focus::focus_element;
pub use grow_wait::grow_wait;
pub use input_before_hydration::input_before_hydration;
#[cfg(feature = "hydrate")]
use load_page::load_page;
#[cfg(feature = "hydrate")]
pub use local_time::localize_times;
pub use local_time::{iso_timestamp, local_time};
pub use navigation::{navigate_to, reload};
pub use on_window::on_window;
pub use outgoing::Writing;
#[cfg(feature = "hydrate")]
use page_language::page_language;
pub use page_part::load_part;
#[cfg(feature = "hydrate")]
use page_viewer::page_viewer;
pub use pending_form::{PendingForm, pending_conversations, sending_conversations};
pub use request_list::refresh_request_list;
pub use send_beacon::send_beacon;
#[cfg(feature = "hydrate")]
pub use shown_page::{leave_page, show_page};
pub use spawn_for_page::spawn_for_page;
pub use thread::{refresh_thread, thread_element_id};
pub use time_limit::within_limit;
pub use when_due::when_due;
