//! Roles to looks: every colour of the program, in four themes.

use ratatui::style::{Color, Modifier, Style};

use crate::ui::page::Role;

/// Teal, green and amber halfway between black and white: more than four to one against either, which no colour of the
/// first sixteen is on every terminal. Cyan is hard to read on white, blue on black.
const TEAL: Color = Color::Indexed(30);
const GREEN: Color = Color::Indexed(28);
const AMBER: Color = Color::Indexed(130);

/// Colours that are the same on every terminal of 256 colours, unlike the first sixteen.
const BLACK: Color = Color::Indexed(16);
const WHITE: Color = Color::Indexed(231);

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// On whatever background the terminal has.
    #[default]
    Default,
    Light,
    HighContrast,
    /// No colour at all: bold, underline, reverse.
    Mono,
}

impl Theme {
    /// The theme of this name; an unknown name is the default.
    pub fn named(name: &str) -> Self {
        match name {
            "light" => Theme::Light,
            "high-contrast" => Theme::HighContrast,
            "mono" => Theme::Mono,
            _ => Theme::Default,
        }
    }

    pub fn style(self, role: Role) -> Style {
        match self {
            Theme::Default => default(role),
            Theme::Light => light(role),
            Theme::HighContrast => high_contrast(role),
            Theme::Mono => mono(role),
        }
    }
}

/// Only what is readable on black as on white: the terminal's own ink for values, which stay stronger than their labels;
/// halfway colours for labels and for states that stand in whole columns; and a ground for what must be seen first.
/// Never dim, never blue, no bright text without a ground of its own.
fn default(role: Role) -> Style {
    let plain = Style::new();
    match role {
        Role::Title | Role::Patient => plain.add_modifier(Modifier::BOLD),
        Role::Label => plain.fg(TEAL),
        Role::Value => plain,
        Role::Muted => plain.add_modifier(Modifier::ITALIC),
        Role::Rule => plain.fg(Color::DarkGray),
        Role::Key => plain.fg(TEAL).add_modifier(Modifier::BOLD),
        Role::Focus => plain.fg(Color::Black).bg(Color::Cyan),
        Role::Selection => plain.add_modifier(Modifier::REVERSED | Modifier::BOLD),
        Role::Good => plain.fg(GREEN).add_modifier(Modifier::BOLD),
        Role::Attention => plain.fg(Color::Black).bg(Color::Yellow),
        Role::Pending => plain.fg(AMBER).add_modifier(Modifier::BOLD),
        Role::Danger => plain.fg(Color::White).bg(Color::Red).add_modifier(Modifier::BOLD),
        Role::Draft => plain.fg(Color::White).bg(Color::Magenta).add_modifier(Modifier::BOLD),
    }
}

/// Black on white, whatever the terminal has: colours of the palette that every terminal shows alike.
fn light(role: Role) -> Style {
    let plain = Style::new().fg(BLACK).bg(WHITE);
    match role {
        Role::Title | Role::Patient => plain.add_modifier(Modifier::BOLD),
        Role::Label => plain.fg(Color::Indexed(18)),
        Role::Value => plain,
        Role::Muted => plain.fg(Color::Indexed(238)),
        Role::Rule => plain.fg(Color::Indexed(240)),
        Role::Key => plain.fg(Color::Indexed(18)).add_modifier(Modifier::BOLD),
        Role::Focus => plain.fg(WHITE).bg(Color::Indexed(18)),
        Role::Selection => plain.fg(WHITE).bg(BLACK).add_modifier(Modifier::BOLD),
        Role::Good => plain.fg(Color::Indexed(22)).add_modifier(Modifier::BOLD),
        Role::Attention | Role::Pending => plain.fg(Color::Indexed(54)).add_modifier(Modifier::BOLD),
        Role::Danger => plain.fg(WHITE).bg(Color::Indexed(124)).add_modifier(Modifier::BOLD),
        Role::Draft => plain.fg(WHITE).bg(Color::Indexed(90)).add_modifier(Modifier::BOLD),
    }
}

/// For a projector in a bright room: everything bold, on black.
fn high_contrast(role: Role) -> Style {
    let plain = Style::new().fg(WHITE).bg(BLACK).add_modifier(Modifier::BOLD);
    match role {
        Role::Title | Role::Patient | Role::Value => plain,
        Role::Label | Role::Key => plain.fg(Color::Indexed(123)),
        Role::Muted | Role::Rule => plain.fg(Color::Indexed(252)).remove_modifier(Modifier::BOLD),
        Role::Focus | Role::Selection => plain.fg(BLACK).bg(Color::Indexed(226)),
        Role::Good => plain.fg(Color::Indexed(120)),
        Role::Attention | Role::Pending => plain.fg(Color::Indexed(226)),
        Role::Danger => plain.bg(Color::Indexed(124)),
        Role::Draft => plain.fg(Color::Indexed(219)).add_modifier(Modifier::UNDERLINED),
    }
}

fn mono(role: Role) -> Style {
    let plain = Style::new();
    match role {
        Role::Label | Role::Value | Role::Muted | Role::Rule | Role::Good => plain,
        Role::Title | Role::Patient | Role::Key => plain.add_modifier(Modifier::BOLD),
        Role::Attention | Role::Pending => plain.add_modifier(Modifier::UNDERLINED),
        Role::Danger => plain.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
        Role::Draft => plain.add_modifier(Modifier::REVERSED | Modifier::UNDERLINED),
        Role::Focus => plain.add_modifier(Modifier::REVERSED),
        Role::Selection => plain.add_modifier(Modifier::REVERSED | Modifier::BOLD),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROLES: [Role; 14] = [
        Role::Title,
        Role::Label,
        Role::Value,
        Role::Muted,
        Role::Rule,
        Role::Key,
        Role::Focus,
        Role::Selection,
        Role::Good,
        Role::Attention,
        Role::Pending,
        Role::Danger,
        Role::Patient,
        Role::Draft,
    ];

    /// Of a colour of the fixed part of the palette: six steps of each, then greys.
    fn luminance(colour: Color) -> f64 {
        let Color::Indexed(number @ 16..) = colour else { panic!("{colour:?} is not the same everywhere") };
        let steps = [0, 95, 135, 175, 215, 255];
        let level = 8 + number.saturating_sub(232).saturating_mul(10);
        let rest = usize::from(number) - 16;
        let rgb =
            if number > 231 { [level; 3] } else { [steps[rest / 36], steps[rest / 6 % 6], steps[rest % 6]] };
        let linear = rgb.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        linear.iter().zip([0.2126, 0.7152, 0.0722]).map(|(part, share)| part * share).sum()
    }

    #[test]
    fn themes_with_colours_of_their_own_are_read_from_the_back_of_a_room() {
        assert!((luminance(WHITE) - 1.0).abs() < 1e-9 && luminance(BLACK) < 1e-9);
        for theme in [Theme::Light, Theme::HighContrast] {
            for role in ROLES {
                let style = theme.style(role);
                let (ink, paper) = (luminance(style.fg.unwrap()), luminance(style.bg.unwrap()));
                let contrast = (ink.max(paper) + 0.05) / (ink.min(paper) + 0.05);
                assert!(contrast >= 7.0, "{theme:?} {role:?}: {contrast:.1}");
            }
        }
    }

    #[test]
    fn what_the_default_writes_on_the_ground_of_the_terminal_is_read_on_black_as_on_white() {
        let mut inks = 0;
        for role in ROLES.into_iter().filter(|role| *role != Role::Rule) {
            let style = Theme::Default.style(role);
            let Some(ink) = style.fg.filter(|_| style.bg.is_none()) else { continue };
            inks += 1;
            let (on_white, on_black) = (1.05 / (luminance(ink) + 0.05), (luminance(ink) + 0.05) / 0.05);
            assert!(on_white > 4.3 && on_black > 4.3, "{role:?}: {on_white:.1} and {on_black:.1}");
        }
        assert_eq!(inks, 4, "labels, keys and the states of a column");
        // The terminal's own ink, so that it stays the strongest.
        assert_eq!(Theme::Default.style(Role::Value).fg, None);
    }

    #[test]
    fn no_theme_dims_and_the_default_asks_for_no_ground_of_the_terminal() {
        let faint = [Color::Gray, Color::White, Color::Black, Color::Yellow, Color::Green, Color::Blue];
        for role in ROLES {
            for theme in [Theme::Default, Theme::Light, Theme::HighContrast, Theme::Mono] {
                assert!(!theme.style(role).add_modifier.contains(Modifier::DIM), "{theme:?} {role:?}");
            }
            let style = Theme::Default.style(role);
            let alone = style.fg.filter(|_| style.bg.is_none());
            assert!(alone.is_none_or(|colour| !faint.contains(&colour)), "{role:?}");
        }
    }

    #[test]
    fn without_colours_states_differ_from_values_and_from_each_other() {
        for theme in [Theme::Default, Theme::Light, Theme::HighContrast, Theme::Mono] {
            let states = [
                Role::Value,
                Role::Title,
                Role::Attention,
                Role::Danger,
                Role::Draft,
                Role::Focus,
                Role::Selection,
            ];
            for (index, one) in states.iter().enumerate() {
                for other in states.iter().skip(index + 1) {
                    let same = theme.style(*one) == theme.style(*other);
                    let choice = [Role::Focus, Role::Selection];
                    let loud = theme == Theme::HighContrast;
                    let alike = loud && choice.contains(one) && choice.contains(other)
                        || loud && [Role::Value, Role::Title].contains(one) && *other == Role::Title;
                    assert!(!same || alike, "{theme:?}: {one:?} and {other:?}");
                }
            }
        }
    }
}
