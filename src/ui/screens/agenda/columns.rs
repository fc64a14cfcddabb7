//! How wide the columns of the list are, and which of them give way where there is little room.

/// Widths of number, name, born, identifier, question, due, state, with the blanks between them elsewhere. Zero leaves a
/// column out.
pub type Columns = [usize; 7];

pub const NUMBER: usize = 0;
pub const QUESTION: usize = 4;
pub const STATE: usize = 6;

/// How long the longest text of each column is; no day where none was asked for.
#[derive(Clone, Copy, Debug)]
pub struct Longest {
    pub number: usize,
    pub name: usize,
    pub born: usize,
    pub due: usize,
    pub state: usize,
}

/// From this width on a row has room for the question.
const WIDE: usize = 76;
/// Below this width there is room for no date.
const DATED: usize = 56;
/// A state of one figure.
const FIGURE: usize = 13;
/// `similar name · ` with the first letters of the question.
const MARK: usize = 18;
/// So much of a name tells most people apart.
const NAME: usize = 20;

pub fn columns(cells: usize, longest: Longest) -> Columns {
    // A number or a date that is cut reads as another one.
    let number = 1 + longest.number.max(3);
    let if_room = |from: usize, wanted: usize| if cells >= from { wanted } else { 0 };
    let mut born = if_room(DATED, longest.born.max(8));
    let mut identifier = if_room(66, 10);
    let due = if_room(DATED, longest.due);
    let mut state = longest.state.clamp(FIGURE, 20);
    let rest = |born: usize, identifier: usize, state: usize| {
        let gaps = 2 * [identifier, born, due].iter().filter(|column| **column > 0).count() + 6;
        cells.saturating_sub(number + born + identifier + due + state + gaps + 1)
    };
    // A name, and the mark of a similar one, go before the second figure of a state.
    let name = longest.name.clamp(12, 30);
    let wanted = name + if cells < WIDE { 0 } else { MARK };
    if state > FIGURE && rest(born, identifier, state) < wanted {
        state = FIGURE;
    }
    if due > 0 {
        // Who asks what falls due has to call about it: the day and the name go before what tells two of a name apart,
        // of which as much stays as there is room for. The case has all of it in its banner.
        let ways = [(born, identifier), (born, 0), (0, identifier)];
        let has_room = |way: &(usize, usize)| rest(way.0, way.1, state) + 2 >= name.min(NAME);
        (born, identifier) = ways.into_iter().find(has_room).unwrap_or((0, 0));
    }
    let rest = rest(born, identifier, state);
    if cells < WIDE || (due > 0 && rest < name + MARK) {
        // A question of a few letters says nothing: it stands whole under the list.
        return [number, (rest + 2).min(40), born, identifier, 0, due, state];
    }
    // A name is shown whole wherever there is room for it; the question gives way first.
    let name = name.min(rest.saturating_sub(8)).max(10);
    [number, name, born, identifier, rest.saturating_sub(name), due, state]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beside_a_day_stays_as_much_of_a_patient_as_there_is_room_for_and_the_name_first() {
        let shown = |cells: usize, born: usize, due: usize| {
            let widths = columns(cells, Longest { number: 2, name: 18, born, due, state: 9 });
            assert!(widths[1] >= 18, "{widths:?} in {cells}");
            (widths[2] > 0, widths[3] > 0)
        };
        for (cells, english, vietnamese) in [
            (60, (false, false), (false, false)),
            (72, (true, false), (false, true)),
            (80, (true, true), (true, false)),
            (100, (true, true), (true, true)),
        ] {
            assert_eq!((shown(cells, 11, 13), shown(cells, 14, 16)), (english, vietnamese), "{cells}");
        }
    }

    #[test]
    fn a_row_fits_in_the_list_and_has_its_dates_whole_at_every_width() {
        for cells in 56..200 {
            for due in [0, 13, 16] {
                for (name, born, state) in [(8, 11, 9), (20, 14, 13), (40, 14, 30)] {
                    let widths = columns(cells, Longest { number: 4, name, born, due, state });
                    let shown = widths.iter().filter(|column| **column > 0).count();
                    // A blank before the row, one behind the number, two behind each other column but the last.
                    let taken = widths.iter().sum::<usize>() + 2 + 2 * (shown - 2);
                    assert!(taken <= cells, "{widths:?} in {cells}");
                    assert!(widths[1] >= 10, "{widths:?} in {cells}");
                    assert!(widths[2] == 0 || widths[2] == born, "{widths:?} in {cells}");
                    assert_eq!(widths[5], due, "{widths:?} in {cells}");
                }
            }
        }
    }
}
