//! The subscriptions of the islands, and what the connection has sent of their topics.

use super::connection;
use super::connection_state::Connection;
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
    name: String,
    data: String,
}

struct Subscriptions {
    next_id: u32,
    subscribers: Vec<Subscriber>,
    /// The topics that the connection has now.
    topics: Vec<String>,
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

/// Tells the connection what is wanted now, and gives newcomers what is there. Not at each subscription: those of a page
/// go and those of the next one come in one go, and what both have stays.
fn settle() {
    let wanted = SUBSCRIPTIONS.with_borrow_mut(|all| {
        all.settling = None;
        if document().hidden() {
            all.forget();
            return String::new();
        }
        topic_list(all.subscribers.iter().map(|one| &*one.topic))
    });
    connection::want(&wanted, receive);
    greet();
    show_connection();
}

/// A list as the server reads it, which is the same whoever comes first.
fn topic_list<'a>(topics: impl Iterator<Item = &'a str>) -> String {
    let mut list: Vec<&str> = Vec::new();
    for topic in topics {
        let at = list.partition_point(|other| *other < topic);
        if list.get(at) != Some(&topic) {
            list.insert(at, topic);
        }
    }
    list.join(",")
}

/// Gives those whose topic has begun what there is of it, and says so.
fn greet() {
    let greeted = SUBSCRIPTIONS.with_borrow_mut(|all| {
        let mut greeted = Vec::new();
        for one in &mut all.subscribers {
            if one.is_open || !all.topics.contains(&one.topic) {
                continue;
            }
            one.is_open = true;
            let kept = all
                .kept
                .iter()
                .filter(|kept| one.wants(&kept.topic, &kept.name));
            let kept: Vec<_> = kept
                .map(|kept| (kept.name.clone(), kept.data.clone()))
                .collect();
            greeted.push((Rc::clone(&one.on_event), kept));
        }
        greeted
    });
    for (on_event, kept) in greeted {
        for (name, data) in kept {
            on_event(&name, data);
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
        ("lost", ..) => {
            SUBSCRIPTIONS.with_borrow_mut(|all| {
                all.is_lost = true;
                all.forget();
            });
            show_connection();
        }
        ("topics", topics, _) => {
            SUBSCRIPTIONS.with_borrow_mut(|all| {
                all.is_lost = false;
                all.begin(topics);
            });
            greet();
            show_connection();
        }
        (topic, name, data) => pass_on(topic, name, data),
    }
}

/// Passes an event on to those who subscribe to it. A value is kept, in the place of the last one (`=`) or beside it (`+`).
fn pass_on(topic: &str, marked: &str, data: &str) {
    let name = marked.trim_end_matches(['=', '+']);
    let subscribers = SUBSCRIPTIONS.with_borrow_mut(|all| {
        if !all.topics.iter().any(|one| one == topic) {
            return Vec::new();
        }
        if marked.ends_with('=') {
            all.kept
                .retain(|kept| kept.topic != topic || kept.name != name);
        }
        if marked != name {
            all.kept.push(Kept {
                topic: topic.to_owned(),
                name: name.to_owned(),
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

/// Shows every island whether it is kept up to date, as far as that is known.
fn show_connection() {
    let states: Vec<_> = SUBSCRIPTIONS.with_borrow(|all| {
        let known = |one: &Subscriber| match all.is_lost {
            true => Some((one.connection, Connection::Lost)),
            false => one.is_open.then_some((one.connection, Connection::Live)),
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
            topics: Vec::new(),
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
    fn begin(&mut self, topics: &str) {
        self.topics = topics.split(',').map(str::to_owned).collect();
        let topics = &self.topics;
        self.kept.retain(|kept| topics.contains(&kept.topic));
        for one in &mut self.subscribers {
            one.is_open &= topics.contains(&one.topic);
        }
    }

    /// Nothing that was sent holds any more.
    fn forget(&mut self) {
        self.begin("");
    }
}
