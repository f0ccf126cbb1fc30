//! What is alive in the browser: each island is a component that the server renders and the WASM
//! bundle wakes. Everything else on a page is plain HTML.
