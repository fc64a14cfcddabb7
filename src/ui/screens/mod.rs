//! The screens: state and keys in mod.rs, drawing in view.rs beside it.

pub mod agenda;
pub mod case;
pub mod form;
pub mod offer;
