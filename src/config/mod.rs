//! Choices: defaults are readable files; the configuration, the environment and flags change them.
