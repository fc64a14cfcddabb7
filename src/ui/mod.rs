//! The program as a value: Model, Msg, update → effects, view; no terminal, no disk.
