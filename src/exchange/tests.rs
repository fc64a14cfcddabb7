//! Tests of the reports as a whole.
