//! The list of Assignment Requests, which the script of the page fetches and puts in its place (`script/request-list.js`).

use super::on_window::dispatch_on_window;

/// Asks for it anew: it may have changed.
pub fn refresh_request_list() {
    dispatch_on_window("requests");
}
