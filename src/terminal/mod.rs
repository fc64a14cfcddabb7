//! The real terminal: the loop, the guard, input, and the worker that carries out effects.

pub mod clock;
pub mod facts;
