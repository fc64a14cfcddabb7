//! Choices: defaults are readable files; the configuration, the environment and flags change them.

mod places;

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::i18n::Lang;

pub use crate::config::places::Places;

/// The defaults, as a file that can be copied.
pub const DEFAULTS: &str = include_str!("default.yaml");

const THEMES: [&str; 4] = ["default", "light", "high-contrast", "mono"];
const STORE_MODES: [&str; 2] = ["private", "group"];
const NAMES: [&str; 2] = ["full", "initials"];
const IMAGES: [&str; 6] = ["auto", "kitty", "iterm2", "sixel", "halfblocks", "off"];

/// What the user has chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// None follows the system.
    pub lang: Option<Lang>,
    pub theme: String,
    pub workspace: Option<PathBuf>,
    /// Who records: a key in board.yaml.
    pub person: Option<String>,
    /// How pictures are drawn.
    pub images: String,
    /// Who may read what is recorded: `private`, `group`, or empty for as the folder says.
    pub store_mode: String,
    /// Without a key for so long the screen is covered; none never does.
    pub curtain: Option<Duration>,
    /// How patients are named: `full` or `initials`.
    pub names: String,
}

/// Something in the configuration that was not understood and is not used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    Unreadable(String),
    UnknownName(String),
    UnknownValue {
        name: String,
        value: String,
    },
    /// Of the environment.
    UnknownLanguage(String),
}

impl Config {
    /// The defaults alone.
    pub fn defaults() -> Self {
        let mut config = Config::default();
        config.apply(DEFAULTS);
        config
    }

    /// The defaults, then the file where there is one. A fault in it costs a choice, never the start.
    pub fn load(file: &Path) -> (Self, Vec<Warning>) {
        let mut config = Config::defaults();
        let warnings = match read(file) {
            Ok(text) => config.apply(&text),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            Err(error) => vec![Warning::Unreadable(error.to_string())],
        };
        (config, warnings)
    }

    fn apply(&mut self, text: &str) -> Vec<Warning> {
        if text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
            return Vec::new();
        }
        let named: BTreeMap<String, Option<String>> = match serde_yaml::from_str(text) {
            Ok(named) => named,
            Err(error) => return vec![Warning::Unreadable(error.to_string())],
        };
        let mut warnings = Vec::new();
        for (name, value) in named {
            let value = value.map(|value| value.trim().to_owned()).filter(|value| !value.is_empty());
            if !self.set(&name, value.as_deref()) {
                warnings.push(match value {
                    Some(value) if is_name(&name) => Warning::UnknownValue { name, value },
                    _ => Warning::UnknownName(name),
                });
            }
        }
        warnings
    }

    /// Whether name and value were understood; an empty value leaves the choice to the program.
    fn set(&mut self, name: &str, value: Option<&str>) -> bool {
        let one_of = |known: &[&str]| value.is_none_or(|value| known.contains(&value));
        match name {
            "lang" => match value.map(Lang::parse) {
                Some(None) => return false,
                lang => self.lang = lang.flatten(),
            },
            "theme" if one_of(&THEMES) => value.unwrap_or("default").clone_into(&mut self.theme),
            "images" if one_of(&IMAGES) => value.unwrap_or("auto").clone_into(&mut self.images),
            "store.mode" if one_of(&STORE_MODES) => {
                value.unwrap_or_default().clone_into(&mut self.store_mode);
            }
            "names" if one_of(&NAMES) => value.unwrap_or("full").clone_into(&mut self.names),
            "curtain" => match minutes(value.unwrap_or("10")) {
                Some(after) => self.curtain = Some(after).filter(|after| !after.is_zero()),
                None => return false,
            },
            "workspace" => self.workspace = value.map(PathBuf::from),
            "person" => self.person = value.map(ToOwned::to_owned),
            _ => return false,
        }
        true
    }
}

/// The text of a plain file; one that is larger than any configuration, or no file at all, is not waited for.
fn read(file: &Path) -> io::Result<String> {
    const LARGEST: u64 = 64 * 1024;
    let about = fs::metadata(file)?;
    if !about.is_file() || about.len() > LARGEST {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a plain file of at most 64 KiB"));
    }
    let mut text = String::new();
    fs::File::open(file)?.take(LARGEST).read_to_string(&mut text)?;
    Ok(text)
}

/// Minutes, of which a part will do too, up to a day.
fn minutes(text: &str) -> Option<Duration> {
    let minutes: f64 = text.parse().ok()?;
    (0.0..=1440.0).contains(&minutes).then(|| Duration::from_secs_f64(minutes * 60.0))
}

fn is_name(name: &str) -> bool {
    ["lang", "theme", "workspace", "person", "images", "store.mode", "curtain", "names"].contains(&name)
}

/// The variable that asks for a language of this program alone.
const LANG: &str = "TUMORBOARD_LANG";

/// What `TUMORBOARD_LANG` says where it names no language that we have.
pub fn unknown_language(environment: impl Fn(&str) -> Option<String>) -> Option<Warning> {
    let value = environment(LANG).filter(|value| !value.is_empty())?;
    Lang::parse(&value).is_none().then_some(Warning::UnknownLanguage(value))
}

/// The language: the flag, `TUMORBOARD_LANG`, the configuration, then the system's locale.
pub fn language(flag: Option<Lang>, config: &Config, environment: impl Fn(&str) -> Option<String>) -> Lang {
    let set = |name: &str| environment(name).filter(|value| !value.is_empty());
    let own = || set(LANG).as_deref().and_then(Lang::parse);
    let system = || {
        // The first of these that is set decides, even when it names no language that we have.
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| set(name));
        locale.as_deref().and_then(Lang::parse)
    };
    flag.or_else(own).or(config.lang).or_else(system).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_defaults_file_is_understood_to_the_last_name() {
        let mut config = Config::default();
        assert_eq!(config.apply(DEFAULTS), []);
        assert_eq!((config.theme.as_str(), config.images.as_str()), ("default", "auto"));
        assert!(DEFAULTS.lines().filter(|line| is_name(line.split(':').next().unwrap())).count() == 8);
    }

    #[test]
    fn what_is_not_understood_is_a_warning_and_the_rest_is_used() {
        let mut config = Config::defaults();
        let warnings = config.apply("lang: vi\ntheme: purple\nimagse: kitty\nperson: mai-onc\n");
        assert_eq!(
            warnings,
            [
                Warning::UnknownName("imagse".into()),
                Warning::UnknownValue { name: "theme".into(), value: "purple".into() },
            ]
        );
        assert_eq!((config.lang, config.person.as_deref()), (Some(Lang::Vi), Some("mai-onc")));
        assert_eq!(config.theme, "default");
        assert_eq!(config.curtain, Some(Duration::from_secs(600)));
        assert_eq!(config.apply("curtain: 0\n"), []);
        assert_eq!(config.curtain, None);
        for wrong in ["-1", "soon", "1e9", "nan"] {
            assert_eq!(config.apply(&format!("curtain: {wrong}\n")).len(), 1, "{wrong}");
        }
        assert!(matches!(config.apply("a: [1, 2]")[..], [Warning::Unreadable(_)]));
        assert_eq!(config.apply("# nothing chosen\n"), []);
    }

    #[test]
    fn the_flag_goes_before_the_configuration_and_that_before_the_system() {
        let env = |name: &str| match name {
            "LC_ALL" => Some(String::new()),
            "LC_MESSAGES" => Some("zh_CN.UTF-8".to_owned()),
            "LANG" => Some("vi_VN.UTF-8".to_owned()),
            _ => None,
        };
        let vi = Config { lang: Some(Lang::Vi), ..Config::defaults() };
        assert_eq!(language(Some(Lang::En), &vi, env), Lang::En);
        assert_eq!(language(None, &vi, env), Lang::Vi);
        assert_eq!(language(None, &Config::defaults(), env), Lang::Zh);
        assert_eq!(language(None, &Config::defaults(), |_| Some("C".to_owned())), Lang::En);
    }
}
