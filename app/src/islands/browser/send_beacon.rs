//! Beacons: a form that is sent in the last moment of a page.

/// Sends a form that arrives even if the page is gone by then. The response reaches nobody; `false` if the
/// browser refuses it.
pub fn send_beacon(path: &str, fields: &[(&str, &str)]) -> bool {
    #[cfg(feature = "hydrate")]
    {
        let Ok(form) = web_sys::UrlSearchParams::new() else {
            return false;
        };
        for (name, value) in fields {
            form.append(name, value);
        }
        // A beacon has no headers, by which other requests say it (`script/requests.js`).
        let viewer = super::page_viewer().unwrap_or_default();
        let path = [path, "?viewer=", &viewer].concat();
        let navigator = leptos::prelude::window().navigator();
        let accepted = navigator.send_beacon_with_opt_url_search_params(&path, Some(&form));
        accepted == Ok(true)
    }
    #[cfg(not(feature = "hydrate"))]
    {
        let _ = (path, fields);
        false
    }
}
