//! Wide characters that are overwritten: both their cells are sent anew, as terminals differ in what they leave there.

use ratatui::buffer::{Buffer, CellDiffOption};
use unicode_width::UnicodeWidthStr;

/// Marks what stands where a wide character stood before. Ratatui sends only cells that differ, and takes the second
/// half of a wide character for a blank: a terminal that keeps that half, or clears it in the colours of what is
/// written over the first, would go on showing it.
pub fn refresh(before: &Buffer, now: &mut Buffer) {
    if before.area != now.area {
        return;
    }
    let last = before.area.right().saturating_sub(1);
    for y in before.area.top()..before.area.bottom() {
        for x in before.area.left()..last {
            let (Some(old), Some(new)) = (before.cell((x, y)), now.cell((x, y))) else { continue };
            let same = old.symbol() == new.symbol() && old.style() == new.style();
            if same || old.symbol().width() < 2 {
                continue;
            }
            for half in [x, x + 1] {
                if let Some(cell) =
                    now.cell_mut((half, y)).filter(|cell| cell.diff_option == CellDiffOption::None)
                {
                    cell.set_diff_option(CellDiffOption::AlwaysUpdate);
                }
            }
        }
    }
}
