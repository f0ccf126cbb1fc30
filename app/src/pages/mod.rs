//! Whole pages, a folder an area, rendered in the server only.
