//! Live events: the subscription of a page to the server's event streams.

use leptos::prelude::*;

/// The state of the connection that carries live events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Connection {
    /// Not yet.
    Opening,
    /// Now.
    Live,
    /// Not any more; it is being tried again.
    Lost,
}

/// A subscription to events of these names. `on_event` gets the name and the data of each, and `"open"` with
/// no data whenever the connection is there again after it was lost.
///
/// A page that nobody sees does not listen: browsers allow six connections to a server, and a row of
/// forgotten tabs would use them up. The server sends everything anew when it is seen again.
pub fn subscribe(
    url: String,
    names: &'static [&'static str],
    on_event: impl Fn(&str, String) + 'static,
) -> ReadSignal<Connection> {
    let (connection, set_connection) = signal(Connection::Opening);
    #[cfg(feature = "hydrate")]
    source::start(url, names, on_event, set_connection);
    #[cfg(not(feature = "hydrate"))]
    let _ = (url, names, on_event, set_connection);
    connection
}

#[cfg(feature = "hydrate")]
mod source {
    use super::Connection;
    use crate::islands::browser::listener::listen;
    use gloo_timers::callback::Timeout;
    use leptos::prelude::*;
    use std::cell::{Cell, RefCell};
    use std::rc::Rc;
    use wasm_bindgen::JsCast;
    use wasm_bindgen::prelude::Closure;
    use web_sys::{EventSource, MessageEvent};

    /// How long to wait before a connection is opened anew that the browser has given up.
    const RETRY_DELAY_MS: u32 = 5_000;

    /// What the server sends every four seconds if there is nothing else.
    const HEARTBEAT: &str = "heartbeat";

    /// After how much silence a connection counts as lost, and is opened anew: packets are dropped somewhere, which the
    /// browser notices after minutes. Two heartbeats.
    const MAX_SILENCE_MS: u32 = 9_000;

    struct Subscription {
        url: String,
        names: &'static [&'static str],
        message: Closure<dyn Fn(MessageEvent)>,
        opened: Closure<dyn Fn()>,
        failed: Closure<dyn Fn()>,
        connection: WriteSignal<Connection>,
        source: Option<EventSource>,
        /// What opens the connection anew, unless something arrives before.
        retry: Option<Timeout>,
    }

    pub(super) fn start(
        url: String,
        names: &'static [&'static str],
        on_event: impl Fn(&str, String) + 'static,
        connection: WriteSignal<Connection>,
    ) {
        let on_event = Rc::new(on_event);
        let was_open = Rc::new(Cell::new(false));
        let subscription = Rc::new_cyclic(|this: &std::rc::Weak<RefCell<Subscription>>| {
            let message = {
                let (this, on_event) = (this.clone(), Rc::clone(&on_event));
                Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                    if let Some(this) = this.upgrade() {
                        this.borrow_mut().retry = Some(retry_after_silence(&this));
                    }
                    let name = event.type_();
                    if name != HEARTBEAT {
                        on_event(&name, event.data().as_string().unwrap_or_default());
                    }
                })
            };
            let opened = Closure::<dyn Fn()>::new(move || {
                connection.set(Connection::Live);
                if was_open.replace(true) {
                    on_event("open", String::new());
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
            RefCell::new(Subscription {
                url,
                names,
                message,
                opened,
                failed,
                connection,
                source: None,
                retry: None,
            })
        });
        connect(&subscription);
        let until_cleanup = UntilCleanup(Rc::clone(&subscription));
        // Keeps all of it until the owner is cleaned up.
        listen(&document(), "visibilitychange", false, move |_| {
            connect(&until_cleanup.0);
        });
    }

    /// A subscription that ends when this is dropped.
    struct UntilCleanup(Rc<RefCell<Subscription>>);

    impl Drop for UntilCleanup {
        fn drop(&mut self) {
            let mut subscription = self.0.borrow_mut();
            subscription.retry = None;
            if let Some(source) = subscription.source.take() {
                source.set_onerror(None);
                source.close();
            }
        }
    }

    /// Opens the connection while the page is seen.
    fn connect(subscription: &Rc<RefCell<Subscription>>) {
        let mut this = subscription.borrow_mut();
        if let Some(source) = this.source.take() {
            source.close();
        }
        this.retry = None;
        if document().hidden() {
            return;
        }
        this.retry = Some(retry_after_silence(subscription));
        let Ok(source) = EventSource::new(&this.url) else {
            return;
        };
        for name in this.names.iter().chain([&HEARTBEAT]) {
            let _ = source
                .add_event_listener_with_callback(name, this.message.as_ref().unchecked_ref());
        }
        source.set_onopen(Some(this.opened.as_ref().unchecked_ref()));
        source.set_onerror(Some(this.failed.as_ref().unchecked_ref()));
        this.source = Some(source);
    }

    /// A timer that opens the connection anew, unless something arrives before and replaces it.
    fn retry_after_silence(subscription: &Rc<RefCell<Subscription>>) -> Timeout {
        let again = Rc::clone(subscription);
        Timeout::new(MAX_SILENCE_MS, move || {
            let connection = again.borrow().connection;
            connection.set(Connection::Lost);
            connect(&again);
        })
    }

    /// After a break the browser connects again by itself, but after an answer that is no stream of
    /// events (a server that is starting, a session that has ended) it gives up.
    fn retry_if_given_up(subscription: &Rc<RefCell<Subscription>>) {
        let given_up = subscription
            .borrow()
            .source
            .as_ref()
            .is_some_and(|source| source.ready_state() == EventSource::CLOSED);
        if given_up {
            let again = Rc::clone(subscription);
            let retry = Timeout::new(RETRY_DELAY_MS, move || connect(&again));
            subscription.borrow_mut().retry = Some(retry);
        }
    }
}
