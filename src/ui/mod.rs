//! The program as a value: Model, Msg, update → effects, view; no terminal, no disk.

pub mod attempt;
pub mod command;
mod context_view;
mod curtain_view;
pub mod editor;
pub mod field;
pub mod form;
pub mod key;
pub mod model;
pub mod msg;
pub mod overlays;
pub mod page;
pub mod recorder;
pub mod screens;
pub mod theme;
pub mod theme_names;
pub mod unread;
pub mod update;
pub mod view;
pub mod who;
pub mod widgets;
pub mod wrap;
