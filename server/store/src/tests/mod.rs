//! Random sequences of everything that can happen to conversations, against a simple model.

mod history;
mod model;
mod run;
mod sequences;
mod step;
mod take;
