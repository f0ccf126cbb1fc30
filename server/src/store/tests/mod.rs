//! Tests that concern more than one area: the state chart, the index table, random sequences.

mod conversation_chart;
mod index_use;
mod sequences;
