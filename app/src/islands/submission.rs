//! The submission of a form from an island.

use crate::error::AppError;
#[cfg(feature = "admin")]
use crate::islands::browser::show_failure;
use crate::islands::browser::{on_window, reload, within_limit};
use leptos::prelude::*;
use leptos::task::spawn_local;
#[cfg(feature = "admin")]
use sentences::admin;
use sentences::island;
use std::future::Future;
use std::pin::Pin;

/// What is to be shown once the server has done what it was asked for.
pub type OnSuccess = Box<dyn FnOnce()>;

/// A request to a server function, and what its response changes on the page. Boxed, so that the code around it
/// is in the bundle once.
pub type Request = Pin<Box<dyn Future<Output = Result<OnSuccess, AppError>>>>;

/// The state of a form or button that asks the server to do something: whether a request is under way, of which
/// there is one at a time, and why the last one failed.
///
/// Not Leptos' `ActionForm`: it reads the fields of the form back into the arguments of the server function, by a
/// reader of forms that the bundle does not hold otherwise, and its action would be one more type for each function.
/// The forms of an island have their arguments as signals already, and without WASM each is a plain form.
#[derive(Clone, Copy)]
pub struct Submission {
    /// Whether a request is under way.
    pub busy: RwSignal<bool>,
    /// Why the last request failed: a sentence, or nothing.
    pub error: RwSignal<String>,
    /// How often it was reset: the response to a request from before that is dropped.
    generation: StoredValue<u32>,
}

impl Submission {
    /// Without a request.
    pub fn new() -> Self {
        let error = RwSignal::new(String::new());
        // It would not be true any more.
        on_window(&["online"], move || {
            if error.with_untracked(|error| error == island::no_connection()) {
                error.set(String::new());
            }
        });
        Self {
            busy: RwSignal::new(false),
            error,
            generation: StoredValue::new(0),
        }
    }

    /// Drops the request that is under way, as far as the page is concerned, and the error of the last one.
    #[cfg(feature = "admin")]
    pub fn reset(self) {
        self.generation.set_value(self.generation.get_value() + 1);
        self.busy.set(false);
        self.error.set(String::new());
    }

    /// Makes a request that does something, unless one is under way. If it fails when what asked for it is not shown any
    /// more, the page that is shown tells an admin so; a texter's home shows what they have anyway.
    pub fn submit(self, request: Request) {
        #[cfg(feature = "admin")]
        let on_failure = {
            let generation = self.generation.get_value();
            move |error: &AppError| {
                if self.generation.try_get_value() != Some(generation) {
                    show_failure(&admin::earlier_may_not_be_done(&error.to_string()));
                }
            }
        };
        #[cfg(not(feature = "admin"))]
        let on_failure = |_: &AppError| ();
        self.submit_or(Box::pin(within_limit(request)), Box::new(on_failure));
    }

    /// Makes a request that only reads, unless one is under way.
    #[cfg(feature = "admin")]
    pub fn load(self, request: Request) {
        self.submit_or(Box::pin(within_limit(request)), Box::new(|_| ()));
    }

    /// Makes a request without a limit of its own, unless one is under way. If it fails, `on_failure` is called, even if
    /// another page is shown by then.
    pub fn submit_or(self, request: Request, on_failure: Box<dyn FnOnce(&AppError)>) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.error.set(String::new());
        let generation = self.generation.get_value();
        spawn_local(async move {
            let response = request.await;
            if let Err(error) = &response {
                on_failure(error);
            }
            // It was reset, or it is another page by now.
            if self.generation.try_get_value() != Some(generation) {
                return;
            }
            self.busy.set(false);
            match response {
                Ok(on_success) => on_success(),
                Err(error) => {
                    self.error.set(error.to_string());
                    if error == AppError::SignedOut {
                        reload();
                    }
                }
            }
        });
    }
}
