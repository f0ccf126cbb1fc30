//! What is sent in the last moment of a page.

/// Sends a form that arrives even if the page is gone by then. Nobody hears the answer; `false` if the
/// browser does not take it.
pub fn send_behind(path: &str, fields: &[(&str, &str)]) -> bool {
    #[cfg(feature = "hydrate")]
    {
        let Ok(form) = web_sys::UrlSearchParams::new() else {
            return false;
        };
        for (name, value) in fields {
            form.append(name, value);
        }
        let browser = leptos::prelude::window().navigator();
        let taken = browser.send_beacon_with_opt_url_search_params(path, Some(&form));
        taken == Ok(true)
    }
    #[cfg(not(feature = "hydrate"))]
    {
        let _ = (path, fields);
        false
    }
}
