//! The subscriptions of the islands, and what the connection has sent of their topics.

use super::connection::topic_list;
use super::connection_state::Connection;
use super::windows::{self, Audience};
use crate::islands::browser::on_window::dispatch_on_window;
use crate::islands::browser::reload;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

type OnEvent = Rc<dyn Fn(&str, String)>;

struct Subscriber {
    id: u32,
    topic: String,
    names: &'static [&'static str],
    on_event: OnEvent,
    /// Whether it was given what there was, and `"open"`.
    is_open: bool,
    /// The state of the connection, as it is shown. An island begins as the server rendered it, whatever the state is.
    connection: RwSignal<Connection>,
}

/// An event of a topic, or a change of it, for those who subscribe later.
struct Kept {
    topic: String,
    /// With its mark.
    name: String,
    data: String,
}

struct Subscriptions {
    next_id: u32,
    subscribers: Vec<Subscriber>,
    /// The topics that the connection has now, as the server lists them.
    topics: String,
    /// Those that it was asked for, if the viewer's role does not allow all of them.
    asked: String,
    kept: Vec<Kept>,
    is_lost: bool,
    settling: Option<Timeout>,
}

thread_local! {
    static SUBSCRIPTIONS: RefCell<Subscriptions> = RefCell::new(Subscriptions::new());
}

/// Subscribes until the current owner is cleaned up.
pub(super) fn add(
    topic: String,
    names: &'static [&'static str],
    on_event: OnEvent,
) -> ReadSignal<Connection> {
    let connection = RwSignal::new(Connection::Opening);
    SUBSCRIPTIONS.with_borrow_mut(|all| {
        let id = all.next_id;
        all.next_id += 1;
        all.subscribers.push(Subscriber {
            id,
            topic,
            names,
            on_event,
            is_open: false,
            connection,
        });
        all.settle_soon();
        on_cleanup(move || {
            SUBSCRIPTIONS.with_borrow_mut(|all| {
                all.subscribers.retain(|one| one.id != id);
                all.settle_soon();
            });
        });
    });
    connection.read_only()
}

/// Asks for the topics that are wanted now, and gives new subscribers what is there. Not at each subscription: those of
/// a page go and those of the next one come in one go, and what both have stays.
fn settle() {
    let wanted = SUBSCRIPTIONS.with_borrow_mut(|all| {
        all.settling = None;
        if document().hidden() {
            all.forget();
            return String::new();
        }
        let wanted = topic_list(all.subscribers.iter().map(|one| &*one.topic));
        if wanted.is_empty() {
            // The connection ends, and who subscribes next may be somebody else.
            all.forget();
        }
        wanted
    });
    let audience = Audience { receive, repeat };
    windows::want(&wanted, audience);
    greet();
    show_connection();
}

/// Gives those whose topic has begun what there is of it, and says so.
fn greet() {
    let greeted = SUBSCRIPTIONS.with_borrow_mut(|all| {
        let mut greeted = Vec::new();
        for one in &mut all.subscribers {
            if one.is_open || !has(&all.topics, &one.topic) {
                continue;
            }
            one.is_open = true;
            let kept = all
                .kept
                .iter()
                .filter(|kept| one.wants(&kept.topic, plain(&kept.name)));
            let kept: Vec<_> = kept
                .map(|kept| (kept.name.clone(), kept.data.clone()))
                .collect();
            greeted.push((Rc::clone(&one.on_event), kept));
        }
        greeted
    });
    for (on_event, kept) in greeted {
        for (name, data) in kept {
            on_event(plain(&name), data);
        }
        on_event("open", String::new());
    }
}

/// Takes in a message: an event as the server writes it, or what became of the connection.
fn receive(message: &str) {
    let mut words = message.splitn(3, ' ');
    let mut word = || words.next().unwrap_or_default();
    match (word(), word(), word()) {
        ("heartbeat", ..) => {}
        ("open", ..) => SUBSCRIPTIONS.with_borrow_mut(Subscriptions::forget),
        (lost @ ("lost" | "outdated"), ..) => {
            SUBSCRIPTIONS.with_borrow_mut(|all| {
                all.is_lost = true;
                all.forget();
            });
            show_connection();
            if lost == "outdated" {
                // The session has ended, or the role is another.
                reload();
            } else {
                // For pages that do not show the connection (`script/failure.js`). The browser says so itself only where it
                // noticed the loss.
                dispatch_on_window("offline");
            }
        }
        ("topics", topics, asked) => {
            let was_lost = SUBSCRIPTIONS.with_borrow_mut(|all| {
                all.begin(topics, asked);
                std::mem::take(&mut all.is_lost)
            });
            greet();
            show_connection();
            // The browser says so itself only where it noticed the loss.
            if was_lost {
                dispatch_on_window("online");
            }
        }
        (topic, name, data) => pass_on(topic, name, data),
    }
}

/// Passes an event on to those who subscribe to it. A value is kept, in the place of the last one (`=`) or beside it
/// (`+`).
fn pass_on(topic: &str, marked: &str, data: &str) {
    let name = plain(marked);
    let subscribers = SUBSCRIPTIONS.with_borrow_mut(|all| {
        if !has(&all.topics, topic) {
            return Vec::new();
        }
        if marked.ends_with('=') {
            all.kept
                .retain(|kept| kept.topic != topic || plain(&kept.name) != name);
        }
        if marked != name {
            all.kept.push(Kept {
                topic: topic.to_owned(),
                name: marked.to_owned(),
                data: data.to_owned(),
            });
        }
        let subscribers = all.subscribers.iter();
        let subscribers = subscribers.filter(|one| one.is_open && one.wants(topic, name));
        subscribers.map(|one| Rc::clone(&one.on_event)).collect()
    });
    for on_event in subscribers {
        on_event(name, data.to_owned());
    }
}

/// Whether a list of topics has this one.
fn has(topics: &str, topic: &str) -> bool {
    topics.split(',').any(|one| one == topic)
}

/// The name of an event without its mark.
fn plain(marked: &str) -> &str {
    marked.trim_end_matches(['=', '+'])
}

/// The messages by which another window comes to know what this one knows.
fn repeat() -> Vec<String> {
    SUBSCRIPTIONS.with_borrow(|all| {
        if all.topics.is_empty() {
            return Vec::new();
        }
        let kept = all.kept.iter();
        let kept = kept.map(|kept| [&*kept.topic, " ", &kept.name, " ", &kept.data].concat());
        let topics = ["topics ", &all.topics, " ", &all.asked].concat();
        std::iter::once(topics).chain(kept).collect()
    })
}

/// Shows every island whether it is kept up to date, as far as that is known.
fn show_connection() {
    let states: Vec<_> = SUBSCRIPTIONS.with_borrow(|all| {
        let known = |one: &Subscriber| match one.is_open {
            true => Some((one.connection, Connection::Live)),
            false => (all.is_lost || has(&all.asked, &one.topic))
                .then_some((one.connection, Connection::Lost)),
        };
        all.subscribers.iter().filter_map(known).collect()
    });
    for (connection, state) in states {
        if connection.get_untracked() != state {
            connection.set(state);
        }
    }
}

impl Subscriber {
    fn wants(&self, topic: &str, name: &str) -> bool {
        self.topic == topic && self.names.contains(&name)
    }
}

impl Subscriptions {
    fn new() -> Self {
        let on_visibility = Closure::<dyn Fn()>::new(settle).into_js_value();
        let _ = document()
            .add_event_listener_with_callback("visibilitychange", on_visibility.unchecked_ref());
        Self {
            next_id: 0,
            subscribers: Vec::new(),
            topics: String::new(),
            asked: String::new(),
            kept: Vec::new(),
            is_lost: false,
            settling: None,
        }
    }

    fn settle_soon(&mut self) {
        if self.settling.is_none() {
            self.settling = Some(Timeout::new(0, settle));
        }
    }

    /// The connection has these topics from now on. What those have that it had before stays.
    fn begin(&mut self, topics: &str, asked: &str) {
        topics.clone_into(&mut self.topics);
        asked.clone_into(&mut self.asked);
        self.kept.retain(|kept| has(topics, &kept.topic));
        for one in &mut self.subscribers {
            one.is_open &= has(topics, &one.topic);
        }
    }

    /// Nothing that was sent holds any more.
    fn forget(&mut self) {
        self.begin("", "");
    }
}
