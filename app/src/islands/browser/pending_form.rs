//! Forms on their way to the server, which outlive the page that they were filled in on.

use crate::api::conversations::SendText;
use leptos::server_fn::ServerFn;
use std::cell::{Cell, RefCell};

/// The fields of a form.
pub type Fields = Vec<(&'static str, String)>;

thread_local! {
    static COUNT: Cell<u32> = const { Cell::new(0) };
    static FORMS: RefCell<Vec<(u32, &'static str, Fields)>> = const { RefCell::new(Vec::new()) };
}

/// A form on its way, until this is dropped. It has a field `conversation`.
pub struct PendingForm(u32);

impl PendingForm {
    /// One to this path.
    pub fn new(path: &'static str, fields: Fields) -> Self {
        let number = COUNT.get();
        COUNT.set(number.wrapping_add(1));
        FORMS.with_borrow_mut(|forms| forms.push((number, path, fields)));
        Self(number)
    }
}

impl Drop for PendingForm {
    fn drop(&mut self) {
        FORMS.with_borrow_mut(|forms| forms.retain(|form| form.0 != self.0));
    }
}

/// The conversations of all of them: `7,12`.
pub fn pending_conversations() -> String {
    conversations(|_| true)
}

/// The conversations in which a text is being sent.
pub fn sending_conversations() -> String {
    conversations(|path| path == SendText::PATH)
}

fn conversations(chosen: fn(&str) -> bool) -> String {
    FORMS.with_borrow(|forms| {
        let chosen = forms.iter().filter(|form| chosen(form.1));
        let ids: Vec<&str> = chosen.map(|form| conversation(&form.2)).collect();
        ids.join(",")
    })
}

fn conversation(fields: &Fields) -> &str {
    let field = fields.iter().find(|field| field.0 == "conversation");
    field.map_or("", |field| &field.1)
}

/// Sends all of them as beacons: the document ends, and their requests with it. Whatever has arrived already is not done
/// twice by the server. Of a conversation only the last counts: a draft must not come after the text that was made of it.
#[cfg(feature = "hydrate")]
pub(super) fn send_pending_beacons() {
    FORMS.with_borrow(|forms| {
        for (place, (_, path, fields)) in forms.iter().enumerate() {
            let mut later = forms.iter().skip(place + 1);
            if later.any(|form| conversation(&form.2) == conversation(fields)) {
                continue;
            }
            let fields: Vec<_> = fields
                .iter()
                .map(|(name, text)| (*name, text.as_str()))
                .collect();
            super::send_beacon(path, &fields);
        }
    });
}
