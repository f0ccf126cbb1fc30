//! The windows of one browser that share one connection: browsers allow six to a server, over HTTP/1.1.
//!
//! A window that is seen asks for a lock. The one that is given it, the leader, holds the connection and passes on what
//! arrives by a channel, on which the others say which topics they want. When it is closed or hidden the next one is
//! given the lock, and all of them read anew. Lock and channel are those of one member in one role and one language: a window
//! in which somebody else is signed in has others, and one in which nobody is has none.

use super::connection;
use super::window_lock;
use crate::islands::browser::{page_language, page_viewer};
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::Function;
use web_sys::{AbortController, BroadcastChannel, MessageEvent};

/// After how much silence of the leader another window takes its place. It passes on a heartbeat every four seconds,
/// and says every nine that there is none; with half a second more for its timers, the others know within ten. It is a
/// window that is seen, whose timers no browser slows down: whoever is hidden gives the lock back.
const MAX_SILENCE_MS: u32 = 9_500;

/// The subscriptions of this window, as the connection and the other windows know them.
#[derive(Clone, Copy)]
pub(super) struct Audience {
    /// Takes in a message.
    pub receive: fn(&str),
    /// The messages that a window missed which hears them only from now on.
    pub repeat: fn() -> Vec<String>,
}

/// This window, as one of those that share a connection.
struct Shared {
    /// The name of the lock and of the channel.
    name: String,
    /// Its own name among them.
    id: String,
    wanted: String,
    channel: BroadcastChannel,
    /// Ends the wait for the lock.
    waiting: AbortController,
    /// Gives the lock back. Only the leader has it.
    release: Option<Function>,
    /// What the others want, by their ids, as the leader knows it.
    others: Vec<(String, String)>,
    /// What takes the lock from a leader that is silent.
    silence: Option<Timeout>,
    /// Its last request for the lock: what an older one leads to is void.
    request: u32,
}

thread_local! {
    static SHARED: RefCell<Option<Shared>> = const { RefCell::new(None) };
    static AUDIENCE: Cell<Option<Audience>> = const { Cell::new(None) };
    static REQUESTS: Cell<u32> = const { Cell::new(0) };
    static HANDLER: Function = Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| {
        hear_window(&event.data().as_string().unwrap_or_default());
    })
    .into_js_value()
    .unchecked_into();
}

/// Lets this window hear of these topics, in a list as the server reads it; of nothing if that is empty. Where windows
/// cannot share a connection, each has its own.
pub(super) fn want(topics: &str, audience: Audience) {
    AUDIENCE.set(Some(audience));
    let name = (!topics.is_empty()).then(shared_name).flatten();
    let is_other = SHARED.with_borrow(|shared| shared.as_ref().map(|it| &it.name) != name.as_ref());
    if is_other {
        if let Some(shared) = SHARED.take() {
            shared.leave();
        }
        if let Some(name) = name {
            SHARED.set(Shared::join(name));
            request_lock(false);
        }
    }
    SHARED.with_borrow_mut(|shared| match shared {
        Some(shared) => {
            topics.clone_into(&mut shared.wanted);
            shared.say_wanted();
        }
        None => connection::want(topics, hear),
    });
}

/// The name of the lock and of the channel. `None`: there are no locks here, nor in their place, or nobody is signed in.
fn shared_name() -> Option<String> {
    let viewer = page_viewer()?;
    // What is sent is in one language.
    let language = page_language();
    window_lock::is_available().then(|| ["baton-events-", &viewer, "-", &language].concat())
}

/// Asks for the lock; `steal` takes it from whoever has it.
fn request_lock(steal: bool) {
    let Some((name, signal, request)) = SHARED.with_borrow_mut(|shared| {
        let shared = shared.as_mut()?;
        shared.request = REQUESTS.get().wrapping_add(1);
        REQUESTS.set(shared.request);
        let signal = (!steal).then(|| shared.waiting.signal());
        Some((shared.name.clone(), signal, shared.request))
    }) else {
        return;
    };
    let granted = move |release: Function| {
        let led = with_request(request, |shared| shared.lead(release.clone()));
        if led.is_none() {
            give_back(&release);
        }
    };
    window_lock::request(&name, signal, granted, move || {
        let was_leader = with_request(request, Shared::step_down);
        if was_leader == Some(true) {
            request_lock(false);
        }
    });
}

/// What this request for the lock leads to, unless there is a newer one.
fn with_request<T>(request: u32, action: impl FnOnce(&mut Shared) -> T) -> Option<T> {
    SHARED.with_borrow_mut(|shared| {
        let shared = shared.as_mut().filter(|shared| shared.request == request);
        shared.map(action)
    })
}

/// Hears the server, and passes it on to the other windows.
fn hear(message: &str) {
    SHARED.with_borrow(|shared| {
        if let Some(shared) = shared {
            shared.post(message);
        }
    });
    pass_on(message);
}

fn pass_on(message: &str) {
    if let Some(audience) = AUDIENCE.get() {
        (audience.receive)(message);
    }
}

/// Hears another window: the leader, or those that want something of it.
fn hear_window(message: &str) {
    let mut words = message.splitn(3, ' ');
    let mut word = || words.next().unwrap_or_default();
    let heard = SHARED.with_borrow_mut(|shared| {
        let shared = shared.as_mut()?;
        let heard = match (word(), word(), word()) {
            ("want", window, topics) => {
                shared.note(window, Some(topics));
                return None;
            }
            ("bye", window, _) => {
                shared.note(window, None);
                return None;
            }
            ("who", ..) => {
                shared.say_wanted();
                return None;
            }
            ("to", window, repeated) => (window == shared.id).then_some(repeated)?,
            _ => message,
        };
        // What a former leader still says.
        if shared.release.is_some() {
            return None;
        }
        shared.silence = Some(Timeout::new(MAX_SILENCE_MS, take_over));
        Some(heard)
    });
    if let Some(heard) = heard {
        pass_on(heard);
    }
}

fn give_back(release: &Function) {
    let _ = release.call0(&JsValue::UNDEFINED);
}

/// Takes the place of a leader that is silent.
fn take_over() {
    pass_on("lost");
    SHARED.with_borrow_mut(|shared| {
        if let Some(shared) = shared {
            shared.waiting.abort();
            shared.silence = Some(Timeout::new(MAX_SILENCE_MS, take_over));
        }
    });
    request_lock(true);
}

impl Shared {
    fn join(name: String) -> Option<Self> {
        let channel = BroadcastChannel::new(&name).ok()?;
        HANDLER.with(|handler| channel.set_onmessage(Some(handler)));
        Some(Self {
            name,
            id: connection::random_name(),
            wanted: String::new(),
            channel,
            waiting: AbortController::new().ok()?,
            release: None,
            others: Vec::new(),
            silence: Some(Timeout::new(MAX_SILENCE_MS, take_over)),
            request: 0,
        })
    }

    fn leave(self) {
        self.channel.set_onmessage(None);
        self.post(&["bye ", &self.id].concat());
        self.channel.close();
        self.waiting.abort();
        if let Some(release) = &self.release {
            connection::want("", hear);
            give_back(release);
        }
    }

    /// Begins to listen for all.
    fn lead(&mut self, release: Function) {
        self.release = Some(release);
        self.silence = None;
        self.others.clear();
        self.post("who");
        self.say_wanted();
    }

    /// Ends to listen, because the lock was taken away; gives whether this window had it.
    fn step_down(&mut self) -> bool {
        if self.release.take().is_none() {
            return false;
        }
        connection::want("", hear);
        self.silence = Some(Timeout::new(MAX_SILENCE_MS, take_over));
        if let Ok(waiting) = AbortController::new() {
            self.waiting = waiting;
        }
        true
    }

    /// Notes what another window wants; `None`: it is gone. A new one is sent what there was.
    fn note(&mut self, window: &str, topics: Option<&str>) {
        if self.release.is_none() {
            return;
        }
        let is_new = !self.others.iter().any(|(id, _)| id == window);
        self.others.retain(|(id, _)| id != window);
        if let Some(topics) = topics {
            self.others.push((window.to_owned(), topics.to_owned()));
            if is_new && let Some(audience) = AUDIENCE.get() {
                for message in (audience.repeat)() {
                    self.post(&["to ", window, " ", &message].concat());
                }
            }
        }
        self.say_wanted();
    }

    /// Says to the leader what this window wants; the leader says to the server what all of them want.
    fn say_wanted(&self) {
        if self.release.is_none() {
            self.post(&["want ", &self.id, " ", &self.wanted].concat());
            return;
        }
        let lists = self.others.iter().map(|(_, topics)| topics);
        let lists = lists.chain([&self.wanted]);
        let topics = connection::topic_list(lists.flat_map(|list| list.split(',')));
        connection::want(&topics, hear);
    }

    fn post(&self, message: &str) {
        let _ = self.channel.post_message(&message.into());
    }
}
