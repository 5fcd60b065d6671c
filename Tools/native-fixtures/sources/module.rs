#![no_std]
//! A library in Rust without its standard library, so that it stays small.
#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
#[no_mangle]
pub extern "C" fn cheeseboard_pick(values: &[i32; 4], i: usize) -> i32 {
    values[i]
}
