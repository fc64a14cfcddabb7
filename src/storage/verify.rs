//! Every byte of every record against its hash and its parents.
