//! What a board knows: no disk, no screen, no clock, no environment. Modules in stepping order.

pub mod code_range;
pub mod date;
pub mod fate;
pub mod fold;
pub mod kinds;
pub mod memo;
pub mod nearest;
pub mod problem;
pub mod prose;
pub mod text;
pub mod value;

pub mod care;
pub mod case;
pub mod disease;
pub mod imaging;
pub mod packed;
pub mod pathology;
pub mod patient;
pub mod question;
pub mod response;
pub mod scores;
pub mod stage;
pub mod stage_group;
pub mod staging;
pub mod treatment;

pub mod board;
pub mod meeting;

pub mod computed;
pub mod cores;

pub mod check;

pub mod about;
pub mod agenda;
pub mod attention;
pub mod caution;
pub mod consultation;
pub mod decision;
pub mod history;
pub mod identity;
pub mod lack;
pub mod opinion;
pub mod query;
pub mod record;
pub mod signing;
pub mod standing;
pub mod strict;
pub mod summary;
pub mod workspace;
