//! Where the user's own files are: configuration, state (drafts), cache.

use std::path::PathBuf;

use directories::ProjectDirs;

/// The user's own folders for this program; nothing is created by asking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    pub config: PathBuf,
    pub state: PathBuf,
    pub cache: PathBuf,
}

impl Places {
    /// None where the system knows no home for this user.
    pub fn of_user() -> Option<Self> {
        let dirs = ProjectDirs::from("", "", "tumorboard")?;
        Some(Places {
            config: dirs.config_dir().to_owned(),
            state: dirs.state_dir().unwrap_or_else(|| dirs.data_local_dir()).to_owned(),
            cache: dirs.cache_dir().to_owned(),
        })
    }

    pub fn config_file(&self) -> PathBuf {
        self.config.join("config.yaml")
    }
}
