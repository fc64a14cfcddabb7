//! The same work for many things on every core, answered in their order.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Fewer are done sooner than a thread starts.
const WORTH_A_THREAD: usize = 16;
const PARTS_OF_A_THREAD: usize = 8;
/// So that nobody waits long for who took the last one.
const LARGEST_PART: usize = 256;
/// So many pieces of work take long enough for the waiting to be felt.
const WORTH_MORE_THREADS: usize = 2048;
const THREADS_OF_A_CORE: usize = 2;

/// The system answers from several files, so it is asked once.
pub fn count() -> usize {
    static COUNT: OnceLock<usize> = OnceLock::new();
    *COUNT.get_or_init(|| thread::available_parallelism().map_or(1, NonZeroUsize::get))
}

/// Threads for so many pieces of work that wait for something in between: while one waits, another has its core. A thread
/// keeps memory of its own, so few pieces have no more of them than there are cores.
pub fn for_waiting(pieces: usize) -> usize {
    if pieces < WORTH_MORE_THREADS { count() } else { count() * THREADS_OF_A_CORE }
}

/// What only computes. Who has done a part takes the next, because no two are equally long.
pub fn each<T: Sync, R: Send>(all: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    on(count(), all, work)
}

/// What waits in between; otherwise as `each`.
pub fn each_waiting<T: Sync, R: Send>(all: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    on(for_waiting(all.len()), all, work)
}

fn on<T: Sync, R: Send>(threads: usize, all: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let of = |part: &[T]| -> Vec<R> { part.iter().map(&work).collect() };
    if all.len() < WORTH_A_THREAD {
        return of(all);
    }
    let parts: Vec<&[T]> =
        all.chunks(all.len().div_ceil(threads * PARTS_OF_A_THREAD).clamp(1, LARGEST_PART)).collect();
    let next = AtomicUsize::new(0);
    let own = || {
        let mut done = Vec::new();
        while let at = next.fetch_add(1, Ordering::Relaxed)
            && let Some(part) = parts.get(at)
        {
            done.push((at, of(part)));
        }
        done
    };
    let done = thread::scope(|scope| {
        // Who asks works too: memory is handed out by fewer hands than threads that come and go, and where two of them get
        // the same, each waits for the other.
        let running: Vec<_> = (1..threads).map(|_| scope.spawn(own)).collect();
        let mut done = own();
        done.extend(running.into_iter().flat_map(|thread| thread.join().unwrap_or_default()));
        done
    });
    let mut done: BTreeMap<usize, Vec<R>> = done.into_iter().collect();
    // As many as there are at once: what grows leaves holes in memory.
    let mut whole = Vec::with_capacity(all.len());
    for (at, part) in parts.iter().enumerate() {
        // What a thread that ended early had is done again, here, where its fault is told.
        whole.extend(done.remove(&at).unwrap_or_else(|| of(part)));
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_come_in_the_order_of_the_questions_however_many_there_are() {
        for count in [0, 1, 15, 16, 17, 1000, WORTH_MORE_THREADS, 5000] {
            let all: Vec<usize> = (0..count).collect();
            let doubled: Vec<usize> = all.iter().map(|one| one * 2).collect();
            assert_eq!(each(&all, |one| one * 2), doubled);
            assert_eq!(each_waiting(&all, |one| one * 2), doubled);
        }
    }
}
