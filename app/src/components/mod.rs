//! Small pieces that pages and islands share.
