//! The same work for many things on every core, answered in their order.

use std::num::NonZeroUsize;
use std::sync::OnceLock;
use std::thread;

/// Fewer are done sooner than a thread starts.
const WORTH_A_THREAD: usize = 16;

/// The system answers from several files, so it is asked once.
pub fn count() -> usize {
    static COUNT: OnceLock<usize> = OnceLock::new();
    *COUNT.get_or_init(|| thread::available_parallelism().map_or(1, NonZeroUsize::get))
}

pub fn each<T: Sync, R: Send>(all: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let of = |part: &[T]| -> Vec<R> { part.iter().map(&work).collect() };
    if all.len() < WORTH_A_THREAD {
        return of(all);
    }
    thread::scope(|scope| {
        let parts = all.chunks(all.len().div_ceil(count()).max(1));
        let running: Vec<_> = parts.map(|part| (part, scope.spawn(|| of(part)))).collect();
        // A thread that ended early has its part done again, here, where its fault is told.
        running.into_iter().flat_map(|(part, thread)| thread.join().unwrap_or_else(|_| of(part))).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_come_in_the_order_of_the_questions_however_many_there_are() {
        for count in [0, 1, 15, 16, 17, 1000] {
            let all: Vec<usize> = (0..count).collect();
            assert_eq!(each(&all, |one| one * 2), all.iter().map(|one| one * 2).collect::<Vec<_>>());
        }
    }
}
