//! The stream of this window: opened when something is wanted, and opened anew when it is lost.

use crate::islands::browser::send_beacon;
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::js_sys::{Function, Math, Number};
use web_sys::{EventSource, MessageEvent};

/// How long to wait before a connection is opened anew that was broken or refused.
const RETRY_DELAY_MS: u32 = 3_000;

/// After how much silence a connection counts as lost, and is opened anew: packets are dropped somewhere, which the
/// browser notices after minutes. Two heartbeats, which the server sends every four seconds if there is nothing else.
const MAX_SILENCE_MS: u32 = 9_000;

/// How long the server may take to say that the stream has other topics. Without that word it does not have them: the
/// request was lost, or the stream is nowhere.
const CONFIRM_WITHIN_MS: u32 = 5_000;

#[derive(Default)]
struct Stream {
    /// The topics that the window wants.
    wanted: String,
    /// Those that the server was asked for last.
    asked: String,
    id: String,
    source: Option<EventSource>,
    /// What opens it anew, unless something arrives before; without a source, the wait before that.
    reopening: Option<Timeout>,
    /// What opens it anew, unless the server says before that the stream has the topics.
    unconfirmed: Option<Timeout>,
}

thread_local! {
    static STREAM: RefCell<Stream> = RefCell::default();
    /// Who is told of every event, and of the connection: `open` and `lost`.
    static ON_MESSAGE: Cell<fn(&str)> = const { Cell::new(|_| ()) };
    static HANDLER: Function = Closure::<dyn Fn(MessageEvent)>::new(handle)
        .into_js_value()
        .unchecked_into();
}

/// Keeps a stream open with these topics, in a list as the server reads it; none if it is empty.
pub(super) fn want(topics: &str, on_message: fn(&str)) {
    ON_MESSAGE.set(on_message);
    STREAM.with_borrow_mut(|stream| {
        topics.clone_into(&mut stream.wanted);
        stream.update();
    });
}

fn handle(event: MessageEvent) {
    match event.type_().as_str() {
        "open" => ON_MESSAGE.get()("open"),
        // Not left to the browser, which would ask for the topics of then.
        "error" => {
            STREAM.with_borrow_mut(|stream| {
                stream.close();
                stream.reopening = Some(Timeout::new(RETRY_DELAY_MS, reopen));
            });
            ON_MESSAGE.get()("lost");
        }
        _ => {
            let message = event.data().as_string().unwrap_or_default();
            STREAM.with_borrow_mut(|stream| {
                stream.reopening = Some(Timeout::new(MAX_SILENCE_MS, lose));
                if message.strip_prefix("topics ") == Some(&stream.asked) {
                    stream.unconfirmed = None;
                    stream.update();
                }
            });
            ON_MESSAGE.get()(&message);
        }
    }
}

fn lose() {
    ON_MESSAGE.get()("lost");
    reopen();
}

fn reopen() {
    STREAM.with_borrow_mut(Stream::open);
}

/// A name that no other stream has. Not by `crypto.randomUUID`, which only secure pages have; it is no secret.
fn random_name() -> String {
    let random = Number::from(Math::random()).to_string_with_radix(36);
    random
        .map(String::from)
        .unwrap_or_default()
        .replace('.', "")
}

impl Stream {
    /// Does what is missing for the stream to have the topics that are wanted.
    fn update(&mut self) {
        if self.wanted.is_empty() {
            self.close();
        } else if self.reopening.is_none() {
            self.open();
        } else if self.source.is_some() && self.unconfirmed.is_none() && self.asked != self.wanted {
            self.asked.clone_from(&self.wanted);
            let fields = [("stream", &*self.id), ("topics", &*self.asked)];
            send_beacon("/events/topics", &fields);
            self.unconfirmed = Some(Timeout::new(CONFIRM_WITHIN_MS, lose));
        }
    }

    /// Opens a stream of its own name: what is still under way to the one before does not reach it.
    fn open(&mut self) {
        self.close();
        self.id = random_name();
        self.asked.clone_from(&self.wanted);
        self.reopening = Some(Timeout::new(MAX_SILENCE_MS, lose));
        self.unconfirmed = Some(Timeout::new(MAX_SILENCE_MS, lose));
        let url = ["/events?stream=", &self.id, "&topics=", &self.asked].concat();
        let Ok(source) = EventSource::new(&url) else {
            return;
        };
        HANDLER.with(|handler| {
            source.set_onopen(Some(handler));
            source.set_onmessage(Some(handler));
            source.set_onerror(Some(handler));
        });
        self.source = Some(source);
    }

    fn close(&mut self) {
        (self.reopening, self.unconfirmed) = (None, None);
        if let Some(source) = self.source.take() {
            source.close();
        }
    }
}
