//! Roles to looks: every colour of the program, in four themes.

use ratatui::style::{Color, Modifier, Style};

use crate::ui::page::Role;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Sixteen colours on whatever background the terminal has.
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

fn default(role: Role) -> Style {
    let plain = Style::new();
    match role {
        Role::Title => plain.add_modifier(Modifier::BOLD),
        Role::Label => plain.fg(Color::Cyan),
        Role::Value => plain,
        Role::Muted => plain.fg(Color::Gray).add_modifier(Modifier::DIM),
        Role::Key => plain.fg(Color::Cyan).add_modifier(Modifier::BOLD),
        Role::Focus => plain.fg(Color::Black).bg(Color::Cyan),
        Role::Selection => plain.add_modifier(Modifier::REVERSED | Modifier::BOLD),
        Role::Good => plain.fg(Color::Green),
        Role::Attention => plain.fg(Color::Yellow).add_modifier(Modifier::BOLD),
        Role::Danger => plain.fg(Color::Red).add_modifier(Modifier::BOLD),
        Role::Patient => plain.add_modifier(Modifier::BOLD),
        Role::Draft => plain.fg(Color::Magenta).add_modifier(Modifier::BOLD),
    }
}

fn light(role: Role) -> Style {
    let plain = Style::new();
    match role {
        Role::Label => plain.fg(Color::Blue),
        Role::Key => plain.fg(Color::Blue).add_modifier(Modifier::BOLD),
        Role::Muted => plain.fg(Color::DarkGray),
        Role::Focus => plain.fg(Color::White).bg(Color::Blue),
        Role::Good => plain.fg(Color::Green).add_modifier(Modifier::BOLD),
        Role::Attention => plain.fg(Color::Magenta).add_modifier(Modifier::BOLD),
        Role::Draft => plain.fg(Color::Magenta).add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
        role => default(role),
    }
}

fn high_contrast(role: Role) -> Style {
    let plain = Style::new().fg(Color::White).bg(Color::Black).add_modifier(Modifier::BOLD);
    match role {
        Role::Label | Role::Key => plain.fg(Color::LightCyan),
        Role::Focus | Role::Selection => {
            Style::new().fg(Color::Black).bg(Color::LightYellow).add_modifier(Modifier::BOLD)
        }
        Role::Good => plain.fg(Color::LightGreen),
        Role::Attention | Role::Draft => plain.fg(Color::LightYellow),
        Role::Danger => Style::new().fg(Color::White).bg(Color::Red).add_modifier(Modifier::BOLD),
        Role::Muted => plain.remove_modifier(Modifier::BOLD),
        _ => plain,
    }
}

fn mono(role: Role) -> Style {
    let plain = Style::new();
    match role {
        Role::Title | Role::Patient | Role::Key | Role::Attention => plain.add_modifier(Modifier::BOLD),
        Role::Danger | Role::Draft => plain.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
        Role::Focus | Role::Selection => plain.add_modifier(Modifier::REVERSED),
        Role::Label | Role::Value | Role::Muted | Role::Good => plain,
    }
}
