//! The redisplay of a refused form: the way back to its page, with what was filled in.

use crate::error::AppError;
use leptos::server_fn::error::ServerFnUrlError;

/// The longest query string that is sent back, in bytes.
const MAX_QUERY_BYTES: usize = 32 * 1024;

/// A redirect to the page of a form with what was typed into it; gives the error back to be returned. Without
/// it a plain form that is refused would come back with what is saved. `form` names one of the page's forms.
pub fn redisplay(page: &str, form: &str, fields: &[(&str, &str)], error: AppError) -> AppError {
    if let Some(url) = redisplay_url(page, form, fields, &error) {
        leptos_axum::redirect(&url);
    }
    error
}

/// As [`redisplay`], of a form that says in hidden fields, `was_…`, what its page was opened with. Each field has its name,
/// what stood in it then, and what it was filled in with. What is wrong with one does not make the form a newer one. Where
/// somebody else saved meanwhile it becomes one: only what was changed stays as it was typed, beside what is saved now.
pub fn redisplay_changes(
    page: &str,
    form: &str,
    fields: &[(&str, &str, &str)],
    error: AppError,
) -> AppError {
    let is_overtaken = error == AppError::SavedMeanwhile;
    let hidden: Vec<String> = fields
        .iter()
        .map(|(name, _, _)| format!("was_{name}"))
        .collect();
    let mut shown: Vec<(&str, &str)> = Vec::new();
    for (hidden, &(name, was, typed)) in hidden.iter().zip(fields) {
        if !is_overtaken {
            shown.push((hidden.as_str(), was));
        }
        if !is_overtaken || typed != was {
            shown.push((name, typed));
        }
    }
    redisplay(page, form, &shown, error)
}

/// The address of the page of a form that is refused, with the error and what was typed; for a form that no server function
/// reads.
pub fn redisplay_url(
    page: &str,
    form: &str,
    fields: &[(&str, &str)],
    error: &AppError,
) -> Option<String> {
    let at = ["http://baton", page].concat();
    let mut fields = fields.to_vec();
    loop {
        let mut url = ServerFnUrlError::new(page, error.clone())
            .to_url(&at)
            .ok()?;
        url.query_pairs_mut()
            .append_pair("form", form)
            .extend_pairs(&fields);
        let query = url.query().unwrap_or_default();
        if query.len() <= MAX_QUERY_BYTES {
            return Some([url.path(), "?", query].concat());
        }
        // Nothing valid is as long, and servers refuse addresses that are. What is too long is left out, and not cut: half
        // of it could be sent again for all of it. The form still says what is wrong, with what is saved in its place.
        let longest = (0..fields.len()).max_by_key(|&field| fields[field].1.len())?;
        fields.remove(longest);
    }
}
