//! What is offered: which folder, and whether the demo is in it already.

/// The demo that can be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Where it is or would be written.
    pub dir: String,
    /// It was written before: opening it writes nothing.
    pub is_there: bool,
    /// The disk is at it.
    pub writing: bool,
}
