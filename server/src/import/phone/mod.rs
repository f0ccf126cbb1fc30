//! Phone numbers as people and programs write them: `written` cleans what stood in a cell, or says why it is no number;
//! `normalise` converts the rest to E.164.

mod normalise;
mod spreadsheet;
mod written;

pub(super) use normalise::normalise;
pub(crate) use normalise::prepare;
pub(crate) use normalise::read_number;
