//! Live events: the page listens, the server tells.

use leptos::prelude::*;

/// Whether what is told reaches the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Connection {
    /// Not yet.
    Opening,
    /// Now.
    Live,
    /// Not any more; it is being tried again.
    Lost,
}

/// Listens for events of these names. `told` gets the name and the data of each, and `"open"` with
/// no data whenever the connection stands again after it was lost.
///
/// A page that nobody sees does not listen: browsers allow six connections to a server, and a row of
/// forgotten tabs would use them up. The server tells everything anew when it is seen again.
pub fn subscribe(
    url: String,
    names: &'static [&'static str],
    told: impl Fn(&str, String) + 'static,
) -> ReadSignal<Connection> {
    let (connection, set_connection) = signal(Connection::Opening);
    #[cfg(feature = "hydrate")]
    listening::start(url, names, told, set_connection);
    #[cfg(not(feature = "hydrate"))]
    let _ = (url, names, told, set_connection);
    connection
}

#[cfg(feature = "hydrate")]
mod listening {
    use super::Connection;
    use gloo_timers::callback::Timeout;
    use leptos::prelude::*;
    use std::cell::{Cell, RefCell};
    use std::rc::Rc;
    use wasm_bindgen::JsCast;
    use wasm_bindgen::prelude::Closure;
    use web_sys::{Event, EventSource, MessageEvent};

    /// How long to wait before a connection is opened anew that the browser has given up.
    const PATIENCE_MS: u32 = 5_000;

    struct Listening {
        url: String,
        names: &'static [&'static str],
        message: Closure<dyn Fn(MessageEvent)>,
        opened: Closure<dyn Fn()>,
        failed: Closure<dyn Fn()>,
        source: Option<EventSource>,
        retry: Option<Timeout>,
    }

    pub(super) fn start(
        url: String,
        names: &'static [&'static str],
        told: impl Fn(&str, String) + 'static,
        connection: WriteSignal<Connection>,
    ) {
        let told = Rc::new(told);
        let known = Rc::new(Cell::new(false));
        let listening = Rc::new_cyclic(|this: &std::rc::Weak<RefCell<Listening>>| {
            let message = {
                let told = Rc::clone(&told);
                Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                    told(&event.type_(), event.data().as_string().unwrap_or_default());
                })
            };
            let opened = Closure::<dyn Fn()>::new(move || {
                connection.set(Connection::Live);
                if known.replace(true) {
                    told("open", String::new());
                }
            });
            let failed = {
                let this = this.clone();
                Closure::<dyn Fn()>::new(move || {
                    connection.set(Connection::Lost);
                    if let Some(this) = this.upgrade() {
                        retry_if_given_up(&this);
                    }
                })
            };
            RefCell::new(Listening {
                url,
                names,
                message,
                opened,
                failed,
                source: None,
                retry: None,
            })
        });
        follow(&listening);
        // Keeps all of it for as long as the page is there.
        let on_visibility = Closure::<dyn Fn(Event)>::new(move |_| follow(&listening));
        let _ = document().add_event_listener_with_callback(
            "visibilitychange",
            on_visibility.as_ref().unchecked_ref(),
        );
        on_visibility.forget();
    }

    /// Listens while the page is seen.
    fn follow(listening: &Rc<RefCell<Listening>>) {
        let mut this = listening.borrow_mut();
        if let Some(source) = this.source.take() {
            source.close();
        }
        this.retry = None;
        if document().hidden() {
            return;
        }
        let Ok(source) = EventSource::new(&this.url) else {
            return;
        };
        for name in this.names {
            let _ = source
                .add_event_listener_with_callback(name, this.message.as_ref().unchecked_ref());
        }
        source.set_onopen(Some(this.opened.as_ref().unchecked_ref()));
        source.set_onerror(Some(this.failed.as_ref().unchecked_ref()));
        this.source = Some(source);
    }

    /// After a break the browser connects again by itself, but after an answer that is no stream of
    /// events (a server that is starting, a session that has ended) it gives up.
    fn retry_if_given_up(listening: &Rc<RefCell<Listening>>) {
        let given_up = listening
            .borrow()
            .source
            .as_ref()
            .is_some_and(|source| source.ready_state() == EventSource::CLOSED);
        if given_up {
            let again = Rc::clone(listening);
            let retry = Timeout::new(PATIENCE_MS, move || follow(&again));
            listening.borrow_mut().retry = Some(retry);
        }
    }
}
