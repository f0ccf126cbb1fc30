//! The browser's locks, of which one window at a time has each. `web_sys` has them only behind a flag of the compiler.

use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use web_sys::AbortSignal;
use web_sys::js_sys::futures::JsFuture;
use web_sys::js_sys::{Function, Object, Promise, Reflect};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_namespace = navigator, js_name = locks)]
    static LOCKS: Option<Object>;
    #[wasm_bindgen(js_namespace = ["navigator", "locks"], js_name = request)]
    fn request_lock(name: &str, options: &Object, granted: &JsValue) -> Promise;
}

/// Whether there are any. A page that is not secure has none of the browser's, but those of `script/locks.js`.
pub(super) fn is_available() -> bool {
    LOCKS.with(Option::is_some)
}

/// Asks for the lock of this name: until the signal, or at once and from whoever has it, if there is no signal.
/// `granted` gets what gives it back. `ended` is called when it was given back, was not waited for any more, or was
/// taken away.
pub(super) fn request(
    name: &str,
    signal: Option<AbortSignal>,
    granted: impl FnOnce(Function) + 'static,
    ended: impl FnOnce() + 'static,
) {
    let (option, value) = match signal {
        Some(signal) => ("signal", signal.into()),
        None => ("steal", JsValue::TRUE),
    };
    let options = Object::new();
    let _ = Reflect::set(&options, &option.into(), &value);
    // The lock is kept for as long as the promise is open.
    let granted = Closure::once_into_js(move || {
        let mut granted = Some(granted);
        Promise::new(&mut |release, _| {
            if let Some(granted) = granted.take() {
                granted(release);
            }
        })
    });
    let lock = request_lock(name, &options, &granted);
    spawn_local(async move {
        let _ = JsFuture::from(lock).await;
        ended();
    });
}
