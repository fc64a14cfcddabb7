//! The names of the themes, for those who choose one without drawing.

pub const NAMES: [&str; 4] = ["default", "light", "high-contrast", "mono"];

pub fn next(name: &str) -> &'static str {
    let at = NAMES.iter().position(|known| *known == name).unwrap_or(0);
    NAMES.iter().cycle().nth(at + 1).copied().unwrap_or("default")
}

/// The theme to begin with: the configured one; for a terminal that says by `COLORFGBG` that its ground is light,
/// `light` instead of the default.
pub fn first<'a>(configured: &'a str, colorfgbg: Option<&str>) -> &'a str {
    let ground = colorfgbg.and_then(|value| value.rsplit(';').next());
    if configured == "default" && matches!(ground, Some("7" | "15")) { "light" } else { configured }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_light_ground_gets_the_light_theme_unless_another_was_chosen() {
        assert_eq!(first("default", Some("0;15")), "light");
        assert_eq!(first("default", Some("0;default;7")), "light");
        assert_eq!(first("default", Some("15;0")), "default");
        assert_eq!(first("default", None), "default");
        assert_eq!(first("high-contrast", Some("0;15")), "high-contrast");
    }
}
