//! The meeting of the samples on the usual screen, up to the points from which several suites go on.

use tumorboard::i18n::Lang;

use super::driver::Driver;

/// Its first case.
pub const CASE: &str = "tb-2026-0007";
pub const MEETING: &str = "2026-11-26-network";
/// To the end of a long page.
pub const DOWN: &str = "PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn";
/// A decision on the first case, up to the day by which it is to be done.
pub const PROPOSED: &str =
    "Home Enter d 'recommendation Tab Tab 'deb-tace Tab Tab 'palliative Tab Tab Tab Tab 'phan-ir Tab";
/// The day, the reason that the case asks for, and how the room agreed.
pub const AGREED: &str = "'2026-12-01 F4 'premedication F4 'consensus Tab";

pub fn meeting() -> Driver {
    Driver::start(Lang::En, "default", (80, 24))
}

/// The first case with a decision that lacks nothing, not yet read back.
pub fn written() -> Driver {
    let mut driver = meeting();
    driver.press(PROPOSED).press(AGREED);
    driver
}

/// The same, recorded.
pub fn decided() -> Driver {
    let mut driver = written();
    driver.press("Ctrl-S").press(DOWN).press("'TTBN_1975 Enter");
    driver.wait_for("Saved 14:05: decision recorded, UNSIGNED until the chair signs.");
    driver
}
