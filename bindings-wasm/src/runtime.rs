//! What the module needs where there is no operating system.

use core::panic::PanicInfo;

use dlmalloc::GlobalDlmalloc;

/// The allocator that the standard library would bring.
#[global_allocator]
static ALLOCATOR: GlobalDlmalloc = GlobalDlmalloc;

/// A panic, of which there is none, traps: JavaScript gets a `RuntimeError`.
#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}
