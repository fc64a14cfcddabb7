//! The names of the themes, for those who choose one without drawing.

pub const NAMES: [&str; 4] = ["default", "light", "high-contrast", "mono"];

pub fn next(name: &str) -> &'static str {
    let at = NAMES.iter().position(|known| *known == name).unwrap_or(0);
    NAMES.iter().cycle().nth(at + 1).copied().unwrap_or("default")
}
