//! Phone numbers as people and programs write them: `written` cleans what stood in a cell, or says why it is no number;
//! `normalise` converts the rest to E.164.

mod normalise;
mod spreadsheet;
mod written;

pub(crate) use normalise::{explain_number, prepare, read_number};
pub(super) use normalise::{normalise, read_any};
