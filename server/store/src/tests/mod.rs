//! Tests that concern more than one area: transactions, the state chart, the indexes in use, random sequences, and the text of
//! statements.

mod begin;
mod conversation_chart;
mod index_use;
mod sequences;
mod statements;
