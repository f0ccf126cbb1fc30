//! The stream of this window, or of all that share it: opened when something is wanted, and opened anew when it is
//! lost.

use crate::islands::browser::{page_language, page_viewer, send_beacon};
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::js_sys::{Function, Math};
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
    /// Receives every event, and what becomes of the connection: `open` and `lost`.
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

/// A list as the server reads it, which is the same whoever comes first.
pub(super) fn topic_list<'a>(topics: impl Iterator<Item = &'a str>) -> String {
    let mut list: Vec<&str> = Vec::new();
    for topic in topics {
        let at = list.partition_point(|other| *other < topic);
        if list.get(at) != Some(&topic) {
            list.insert(at, topic);
        }
    }
    list.join(",")
}

fn handle(event: MessageEvent) {
    match event.type_().as_str() {
        "open" => ON_MESSAGE.get()("open"),
        // Not left to the browser, which would ask for the topics of then.
        "error" => {
            STREAM.with_borrow_mut(Stream::reopen_later);
            ON_MESSAGE.get()("lost");
        }
        _ => {
            let message = event.data().as_string().unwrap_or_default();
            STREAM.with_borrow_mut(|stream| {
                if message == "outdated" {
                    // The next page opens its own. If none comes, this one asks again, and is told again.
                    return stream.reopen_later();
                }
                stream.reopening = Some(Timeout::new(MAX_SILENCE_MS, lose));
                // Its last word is what it was asked for, of which the role may not allow all.
                let asked = message
                    .starts_with("topics ")
                    .then(|| message.rsplit(' ').next());
                if asked.flatten() == Some(&stream.asked) {
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
    STREAM.with_borrow_mut(Stream::open);
}

/// A name that no other stream, and no other window, has. It is no secret: `crypto.randomUUID` is there on secure pages
/// only.
pub(super) fn random_name() -> String {
    // Of 4,000 million numbers; a session has a dozen streams at a server, and a browser so many windows.
    ((Math::random() * f64::from(u32::MAX)) as u32).to_string()
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
        // Somebody else may have signed in since this page was made.
        let viewer = page_viewer().unwrap_or_default();
        // The language may have been changed in another window.
        let language = page_language();
        let url = [
            "/events?stream=",
            &self.id,
            "&viewer=",
            &viewer,
            "&language=",
            &language,
            "&topics=",
            &self.asked,
        ];
        let url = url.concat();
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

    fn reopen_later(&mut self) {
        self.close();
        // The other windows hear that it is still lost, and that this one still tries.
        self.reopening = Some(Timeout::new(RETRY_DELAY_MS, lose));
    }

    fn close(&mut self) {
        (self.reopening, self.unconfirmed) = (None, None);
        if let Some(source) = self.source.take() {
            source.close();
        }
    }
}
