//! The one place where the clock is read.

use std::time::SystemTime;

use chrono::{DateTime, FixedOffset, Local};

/// The variable that stands in for the clock, so that a session can be repeated exactly.
pub const NOW: &str = "TUMORBOARD_NOW";

/// The local time with its offset from UTC, or the text of `TUMORBOARD_NOW` when that is no time.
pub fn now() -> Result<DateTime<FixedOffset>, String> {
    match std::env::var(NOW) {
        Ok(text) if !text.is_empty() => DateTime::parse_from_rfc3339(&text).map_err(|_| text),
        _ => Ok(read()),
    }
}

/// What the machine says, whatever stands in for it: files carry its times.
#[expect(clippy::disallowed_methods, reason = "this is the one reading")]
pub fn machine() -> SystemTime {
    SystemTime::now()
}

#[expect(clippy::disallowed_methods, reason = "this is the one reading")]
fn read() -> DateTime<FixedOffset> {
    Local::now().fixed_offset()
}
