//! A value that is made when it is first asked for.

use alloc::boxed::Box;
use core::fmt;

use once_cell::race::OnceBox;

/// A value, or what makes it. If several threads ask for it at once, each may make it, and one that was made is kept.
pub(crate) struct Later<T> {
    value: OnceBox<T>,
    make: Option<Box<dyn Fn() -> T + Send + Sync>>,
}

impl<T: Default> Later<T> {
    /// A value that is there.
    pub(crate) fn ready(value: T) -> Self {
        Self { value: OnceBox::with_value(Box::new(value)), make: None }
    }

    /// A value that is made later.
    pub(crate) fn new(make: impl Fn() -> T + Send + Sync + 'static) -> Self {
        Self { value: OnceBox::new(), make: Some(Box::new(make)) }
    }

    /// The value.
    pub(crate) fn get(&self) -> &T {
        let made = || self.make.as_ref().map(|make| make()).unwrap_or_default();
        self.value.get_or_init(|| Box::new(made()))
    }
}

impl<T: Default> Default for Later<T> {
    fn default() -> Self {
        Self { value: OnceBox::new(), make: None }
    }
}

impl<T: fmt::Debug> fmt::Debug for Later<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.get().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use alloc::sync::Arc;
    use core::sync::atomic::{AtomicU32, Ordering};

    use super::*;

    #[test]
    fn a_value_is_made_once_and_only_if_it_is_asked_for() {
        let made = Arc::new(AtomicU32::new(0));
        let count = made.clone();
        let later = Later::new(move || count.fetch_add(1, Ordering::Relaxed) + 7);
        assert_eq!(made.load(Ordering::Relaxed), 0);
        assert_eq!((*later.get(), *later.get(), made.load(Ordering::Relaxed)), (7, 7, 1));
        assert_eq!((*Later::ready(3).get(), *Later::<i32>::default().get()), (3, 0));
    }
}
